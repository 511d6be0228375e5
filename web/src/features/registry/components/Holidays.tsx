import type { Holiday } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { IconButton } from "../../../components/IconButton";
import { CollapseIcon, ExpandIcon } from "../../../components/icons";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { formatDate } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";
import { useMay } from "../../../lib/use-meta";
import { useHolidays } from "../api/registry";
import type { HolidaysSearch } from "../lib/search";
import { isWeekend } from "../lib/year";
import { HolidayDialog } from "./HolidayDialog";
import { Month } from "./Month";
import styles from "./registry.module.css";
import { TableFile } from "./TableFile";

export interface HolidaysProps {
  readonly search: HolidaysSearch;
  readonly onSearch: (next: HolidaysSearch) => void;
}

/** A year of working days: what the official notice says, and what the county has set itself. */
export function Holidays({ search, onSearch }: HolidaysProps) {
  const { t } = useTranslation();
  const today = formatDate(useNow());
  const year = search.year ?? Number(today.slice(0, 4));
  const answer = useHolidays(year);
  const mayWrite = useMay("registry.write");
  const [chosen, setChosen] = useState<string | null>(null);
  const days = new Map((answer.data?.days ?? []).map((day) => [day.date, day]));
  const own = (answer.data?.days ?? []).filter((day) => day.own);
  const published = answer.data?.last_published;
  const dayOf = (date: string): Holiday =>
    days.get(date) ?? { date, works: !isWeekend(date), built_in: !isWeekend(date), note: "", own: false };
  return (
    <Page
      title={t("registry.holidays.title")}
      aside={published !== undefined && t("registry.holidays.published", { year: published })}
      bar={
        <>
          <IconButton label={t("registry.holidays.before")} onClick={() => onSearch({ year: year - 1 })}>
            <CollapseIcon />
          </IconButton>
          <b>{t("registry.holidays.year", { year })}</b>
          <IconButton label={t("registry.holidays.after")} onClick={() => onSearch({ year: year + 1 })}>
            <ExpandIcon />
          </IconButton>
          <TableFile table="holidays" />
        </>
      }
    >
      <p className={styles.note}>{t("registry.holidays.note")}</p>
      {published !== undefined && year > published && (
        <p className={styles.warn} role="status">
          {t("registry.holidays.provisional", { year })}
        </p>
      )}
      <ul className={styles.legend}>
        {(["rest", "makeUp", "own", "weekend"] as const).map((name) => (
          <li key={name}>
            <i data-day={name} aria-hidden="true">
              {name === "rest"
                ? t("registry.holidays.restMark")
                : name === "makeUp"
                  ? t("registry.holidays.workMark")
                  : ""}
            </i>
            {t(`registry.holidays.${name}`)}
          </li>
        ))}
      </ul>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={12} />}
      {answer.data && (
        <div className={styles.year} data-testid="holidays">
          {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
            <Month
              key={month}
              year={year}
              month={month}
              today={today}
              dayOf={dayOf}
              onChoose={mayWrite ? setChosen : undefined}
            />
          ))}
        </div>
      )}
      {own.length > 0 && (
        <section className={styles.part}>
          <h2>{t("registry.holidays.ownTitle")}</h2>
          <ul className={styles.own}>
            {own.map((day) => (
              <li key={day.date}>
                <button
                  type="button"
                  className={styles.rowButton}
                  disabled={!mayWrite}
                  onClick={() => setChosen(day.date)}
                >
                  {day.date}
                </button>
                {t(day.works ? "registry.holidays.works" : "registry.holidays.off")}
                <span className={styles.quiet}>{day.note}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {chosen !== null && <HolidayDialog key={chosen} day={dayOf(chosen)} onClose={() => setChosen(null)} />}
    </Page>
  );
}
