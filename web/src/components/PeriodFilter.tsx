import { Button, Popover } from "@mantine/core";
import { instant } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../lib/time";
import { useAsOf } from "../lib/use-as-of";
import styles from "./filter.module.css";
import { CaretIcon } from "./icons";

export interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface PeriodFilterProps extends Period {
  readonly onChange: (period: Period) => void;
}

const PRESETS = [
  ["filter.last7", 6],
  ["filter.last30", 29],
  ["filter.last90", 89],
] as const;

/** From a date to a date, both included. */
export function PeriodFilter({ from, to, onChange }: PeriodFilterProps) {
  const { t } = useTranslation();
  const { at } = useAsOf();
  const [opened, setOpened] = useState(false);
  const set = from !== undefined || to !== undefined;
  const daysAgo = (days: number) => formatDate(instant(at - days * 86_400_000));
  const choose = (period: Period) => {
    setOpened(false);
    onChange(period);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.filter}
          data-set={set || undefined}
          data-testid="filter-period"
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          <span>{set ? `${from ?? "…"} – ${to ?? "…"}` : t("filter.period")}</span>
          <CaretIcon size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12} aria-label={t("filter.period")}>
        <div className={styles.period}>
          <div className={styles.line}>
            <input
              type="date"
              aria-label={t("filter.from")}
              value={from ?? ""}
              max={to}
              onChange={(event) => onChange({ from: event.currentTarget.value || undefined, to })}
            />
            <span>–</span>
            <input
              type="date"
              aria-label={t("filter.to")}
              value={to ?? ""}
              min={from}
              onChange={(event) => onChange({ from, to: event.currentTarget.value || undefined })}
            />
          </div>
          <div className={styles.line}>
            {PRESETS.map(([label, days]) => (
              <Button key={label} variant="default" onClick={() => choose({ from: daysAgo(days), to: undefined })}>
                {t(label)}
              </Button>
            ))}
            <Button variant="default" onClick={() => choose({ from: undefined, to: undefined })}>
              {t("filter.anyTime")}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
