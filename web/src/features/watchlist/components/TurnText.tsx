import type { FindingRow } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { HourglassIcon } from "../../../components/icons";
import { dateOf, formatDate, formatDue, formatTime, weekdayOf } from "../../../lib/time";
import { type Turn, turnOf } from "../lib/turn";
import styles from "./finding-list.module.css";

export interface TurnTextProps {
  readonly row: Pick<FindingRow, "level" | "since" | "next">;
  readonly at: Instant;
}

/** "9 天前转红", "周五转红 ⏳"; the exact instant and the working-day distance on hover. */
export function TurnText({ row, at }: TurnTextProps) {
  const { t } = useTranslation();
  const turn = turnOf(row, at);
  if (turn === null) return null;
  const words = turn.tense === "past" ? t(pastKey(turn), pastValues(turn)) : t(comingKey(turn), comingValues(turn));
  return (
    <span
      className={styles.turn}
      data-tense={turn.tense}
      title={`${formatDue(turn.at)} · ${t("turn.working", { count: turn.workingDays })}`}
    >
      {words}
      {turn.tense === "coming" ? (
        <HourglassIcon size={12} />
      ) : (
        turn.days > 1 &&
        turn.workingDays > 0 && (
          <small className={styles.working}>{t("turn.workingShort", { count: turn.workingDays })}</small>
        )
      )}
    </span>
  );

  function pastKey({ days }: Turn) {
    if (days <= 0) return "turn.today" as const;
    if (days === 1) return "turn.yesterday" as const;
    return days < 100 ? ("turn.ago" as const) : ("turn.on" as const);
  }
  function pastValues({ days, level, at: turned }: Turn) {
    return { level: t(`level.${level}`), count: days, time: formatTime(turned), date: formatDate(turned) };
  }
  function comingKey({ days, at: turns }: Turn) {
    if (days <= 0) return "turn.willToday" as const;
    const thisWeek = days <= (7 - weekdayOf(dateOf(at))) % 7;
    if (thisWeek) return "turn.willDay" as const;
    return dateOf(turns, true) - dateOf(at) <= 7 ? ("turn.willNext" as const) : ("turn.willOn" as const);
  }
  function comingValues({ level, at: turns }: Turn) {
    return {
      level: t(`level.${level}`),
      day: t(`weekday.${weekdayOf(dateOf(turns, true)) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
      time: formatDue(turns).slice(11),
      date: formatDue(turns).slice(5, 10),
    };
  }
}
