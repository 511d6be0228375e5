import { ORDER_STATE_WORDS, type SavedProfile } from "@tianyan/api";
import { EVENT_KINDS } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useActor } from "../../../lib/use-actor";
import { useColumnName } from "../../../lib/use-column-name";
import { fileOf, type Reading, readingOf } from "../lib/reading";
import styles from "./profiles.module.css";

export interface ProfileCardProps {
  readonly profile: SavedProfile;
  readonly onRemove: () => void;
}

/** One saved profile: of which source, by whom, and what columns and words mean by it. */
export function ProfileCard({ profile, onRemove }: ProfileCardProps) {
  const { t } = useTranslation();
  const actor = useActor();
  const columnName = useColumnName();
  const meaning = useMeaning();
  const reading = readingOf(profile);
  const savedAt = instantOrNull(profile.saved_at);
  const file = fileOf(profile);
  const saved = { who: actor(profile.author), at: savedAt === null ? "" : formatInstant(savedAt) };
  const facts: readonly (readonly [string, string])[] = [
    [t("import.isRow"), t(`import.shape.${reading.shape}`)],
    [t("import.rowsRun"), rowsRun(reading)],
    [t("import.fact.dates"), reading.dates === null ? "" : t(`import.dates.${reading.dates}`)],
  ];
  return (
    <details className={styles.profile} data-testid="profile">
      <summary>
        <b>{profile.name}</b>
        {profile.name !== profile.source && <span>{profile.source}</span>}
        <span>{t("profiles.saved", saved)}</span>
        <span>{t("profiles.extent", { columns: reading.columns.length, words: reading.words.length })}</span>
      </summary>
      <dl className={styles.facts}>
        {facts
          .filter(([, fact]) => fact !== "")
          .map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
      <Lines
        title={t("profiles.columns")}
        none={t("profiles.noColumns")}
        lines={reading.columns.map(({ table, column, headers }) => ({
          key: `${table} ${column}`,
          from: headers.join(" + "),
          to: columnName(column),
        }))}
      />
      <Lines
        title={t("profiles.words")}
        none={t("profiles.noWords")}
        lines={reading.words.map(({ word, meanings }) => ({
          key: word,
          from: word,
          to: meanings.map(meaning).join(t("list.comma")),
        }))}
      />
      <p className={styles.ways}>
        <a href={`data:application/yaml;charset=utf-8,${encodeURIComponent(file.text)}`} download={file.name}>
          {t("profiles.download")}
        </a>
        <button type="button" className={styles.textButton} data-testid="remove-profile" onClick={onRemove}>
          {t("profiles.remove")}
        </button>
      </p>
    </details>
  );

  function rowsRun({ rows }: Reading): string {
    if (rows === null) return t("profiles.rowsAsFound");
    return t(rows === "newest-first" ? "import.newestFirst" : "import.oldestFirst");
  }
}

interface LinesProps {
  readonly title: string;
  /** What is said where there are none. */
  readonly none: string;
  readonly lines: readonly { readonly key: string; readonly from: string; readonly to: string }[];
}

function Lines({ title, none, lines }: LinesProps) {
  return (
    <>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p className={styles.note}>{none}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map(({ key, from, to }) => (
            <li key={key}>
              <span>{from}</span> → {to}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A kind or a state in words. */
function useMeaning(): (meaning: string) => string {
  const { t } = useTranslation();
  return (meaning) => {
    if (meaning === "ignore") return t("import.ignore");
    const kind = EVENT_KINDS.find((word) => word === meaning);
    if (kind !== undefined) return t(`kind.${kind}`);
    const state = ORDER_STATE_WORDS.find((word) => word === meaning);
    return state === undefined || state === "ignore" ? meaning : t(`import.state.${state}`);
  };
}
