import type { Holiday } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { isWeekend, weeksOf } from "../lib/year";
import styles from "./registry.module.css";

export interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly today: string;
  readonly dayOf: (date: string) => Holiday;
  /** Absent: they are only read. */
  readonly onChoose?: ((date: string) => void) | undefined;
}

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "0"] as const;

export function Month({ year, month, today, dayOf, onChoose }: MonthProps) {
  const { t } = useTranslation();
  return (
    <table className={styles.month}>
      <caption>{t(`month.${month}` as "month.1")}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`weekday.${weekday}`)}>
              {t(`weekdayShort.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks have no other name.
          <tr key={at}>
            {week.map((date, place) => (
              <td key={date ?? place}>
                {date !== null && <Day day={dayOf(date)} today={today} onChoose={onChoose} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  day,
  today,
  onChoose,
}: {
  readonly day: Holiday;
  readonly today: string;
  readonly onChoose: MonthProps["onChoose"];
}) {
  const { t } = useTranslation();
  const weekend = isWeekend(day.date);
  const look = day.works === weekend ? (day.works ? "makeUp" : "rest") : weekend ? "weekend" : "work";
  const said = t(day.works ? "registry.holidays.works" : "registry.holidays.off");
  return (
    <button
      type="button"
      className={styles.day}
      data-day={look}
      data-own={day.own || undefined}
      data-today={day.date === today || undefined}
      title={day.note || undefined}
      aria-label={`${day.date} ${said}${day.note === "" ? "" : ` ${day.note}`}`}
      disabled={onChoose === undefined}
      onClick={() => onChoose?.(day.date)}
    >
      {Number(day.date.slice(8))}
      {look === "rest" && <i aria-hidden="true">{t("registry.holidays.restMark")}</i>}
      {look === "makeUp" && <i aria-hidden="true">{t("registry.holidays.workMark")}</i>}
    </button>
  );
}
