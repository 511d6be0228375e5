import { CASE_FEED_KINDS, type FeedKind, FINDING_FEED_KINDS, feedText } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import styles from "./follow.module.css";

interface KindChoiceProps {
  readonly chosen: ReadonlySet<FeedKind>;
  readonly onChange: (chosen: ReadonlySet<FeedKind>) => void;
}

/** What is told: of cases, of findings, each by itself or all at once. */
export function KindChoice({ chosen, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = (kinds: readonly FeedKind[], on: boolean) => {
    const next = new Set(chosen);
    for (const kind of kinds) on ? next.add(kind) : next.delete(kind);
    onChange(next);
  };
  const groups = [
    ["cases", CASE_FEED_KINDS],
    ["findings", FINDING_FEED_KINDS],
  ] as const;
  return groups.map(([group, kinds]) => (
    <fieldset key={group} className={styles.kinds}>
      <legend>{t(`follow.group.${group}`)}</legend>
      <div>
        <label>
          <input
            type="checkbox"
            checked={kinds.every((kind) => chosen.has(kind))}
            onChange={(event) => set(kinds, event.currentTarget.checked)}
          />
          {t("follow.all")}
        </label>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={chosen.has(kind)}
              onChange={(event) => set([kind], event.currentTarget.checked)}
            />
            {feedText(kind)[language]}
          </label>
        ))}
      </div>
    </fieldset>
  ));
}
