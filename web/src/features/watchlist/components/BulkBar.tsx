import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Deed } from "../../../components/triage/ActMenu";
import { useNumber } from "../../../i18n/use-number";
import styles from "./watchlist.module.css";

export interface BulkBarProps {
  readonly count: number;
  /** How many the list has at hand. */
  readonly loaded: number;
  readonly deeds: readonly Deed[];
  readonly onDeed: (deed: Deed) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** How many are chosen, and what can be done with all of them at once. */
export function BulkBar({ count, loaded, deeds, onDeed, onAll, onNone }: BulkBarProps) {
  const { t } = useTranslation();
  const number = useNumber();
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t("triage.selected", { count })} data-testid="bulk">
      <b role="status">{t("triage.selected", { count })}</b>
      {deeds.map((deed) => (
        <Button key={deed} size="compact-sm" variant="default" onClick={() => onDeed(deed)}>
          {t(`triage.deed.${deed}`)}
        </Button>
      ))}
      {count < loaded && (
        <button type="button" className={styles.textButton} onClick={onAll}>
          {t("triage.selectAll", { n: number(loaded) })}
        </button>
      )}
      <button type="button" className={styles.textButton} onClick={onNone}>
        {t("triage.clearSelection")}
      </button>
    </div>
  );
}
