import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Choice } from "../../../components/Choice";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { useNumber } from "../../../i18n/use-number";
import { useDigests } from "../../../lib/digests";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useDigest } from "../api/digests";
import { DigestPartView } from "./DigestPartView";
import styles from "./digest.module.css";

export interface DigestsProps {
  /** Absent: the newest. */
  readonly date: string | undefined;
  readonly onDate: (date: string) => void;
}

/** What is new and what is due, once a day, as it was when it was made. */
export function Digests({ date, onDate }: DigestsProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const list = useDigests();
  const items = list.data?.items ?? [];
  const shown = date ?? items[0]?.date;
  const digest = useDigest(shown);
  const made = instantOrNull(digest.data?.made_at ?? null);
  const since = instantOrNull(digest.data?.since ?? null);
  return (
    <Page
      title={t("digest.title")}
      aside={
        made !== null && since !== null && t("digest.made", { at: formatInstant(made), since: formatInstant(since) })
      }
      bar={
        items.length > 0 &&
        shown !== undefined && (
          <Choice
            label={t("digest.day")}
            value={shown}
            options={items.map((item) => ({
              value: item.date,
              label: t("digest.option", { date: item.date, n: number(item.things) }),
            }))}
            onChange={onDate}
          />
        )
      }
    >
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {digest.isError && <ErrorState error={digest.error} onRetry={() => void digest.refetch()} />}
      {(list.isPending || (shown !== undefined && digest.isPending)) && <Bones rows={10} />}
      {list.data && shown === undefined && <EmptyState title={t("digest.none")}>{t("digest.noneText")}</EmptyState>}
      {digest.data && (
        <div className={styles.parts} data-testid="digest">
          {digest.data.parts.map((part) => (
            <DigestPartView key={part.post} part={part} named={digest.data.parts.length > 1} />
          ))}
        </div>
      )}
    </Page>
  );
}
