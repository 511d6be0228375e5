import { FLAGS, type Level as LevelName, type OrderEvent, reasonWord } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { Level } from "../../../components/Level";
import { useLanguage } from "../../../i18n/use-language";
import { useWords } from "../../../i18n/use-words";
import { formatDate, formatDue, formatTime } from "../../../lib/time";
import type { CaseFile } from "../lib/case-file";
import { pointing, useHighlight } from "../lib/highlight";
import styles from "./events.module.css";

export interface EventRowProps {
  readonly event: OrderEvent;
  readonly before: OrderEvent | undefined;
  readonly file: CaseFile;
  readonly level: LevelName | null;
}

export function EventRow({ event, before, file, level }: EventRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const highlight = useHighlight();
  const { zone } = file.parameters;
  const flags = file.flags.get(event.ref) ?? [];
  const counted = file.replay.events.some((replayed) => replayed.event === event);
  const date = formatDate(event.at, zone);
  const sameDay = before !== undefined && formatDate(before.at, zone) === date;
  const waited = before ? file.clock.workingDaysBetween(before.at, event.at) : 0;
  const remarks = [
    event.reasonCode && t("event.reason", { reason: reasonWord(language)(event.reasonCode) }),
    event.result && words.result(event.result),
    event.dueAt !== null && t("event.due", { at: formatDue(event.dueAt, zone) }),
  ].filter((remark) => typeof remark === "string");
  return (
    <tr
      data-event={event.ref}
      data-highlight={highlight.refs.has(event.ref) || undefined}
      data-ignored={!counted || undefined}
      data-same-day={sameDay || undefined}
      {...pointing(highlight, [event.ref])}
    >
      <td className={styles.time}>
        <time dateTime={new Date(event.at).toISOString()}>
          <span className={styles.date}>{date}</span> {formatTime(event.at, zone)}
        </time>
        {waited > 1 && <small>{t("event.waited", { count: waited })}</small>}
      </td>
      <td className={styles.kind}>
        {words.kind(event.kind)}
        {level && (
          <span className={styles.level}>
            <Level level={level} />
          </span>
        )}
      </td>
      <td className={styles.who}>
        {event.unit ? file.unitName(event.unit) : <i>{t("event.nobody")}</i>}
        {event.toUnit && <> → {file.unitName(event.toUnit)}</>}
      </td>
      <td className={styles.text}>
        {event.text}
        {remarks.length > 0 && <small>{remarks.join(" · ")}</small>}
        {flags.map((flag) => (
          <em key={flag}>
            {t("event.flag")}
            {FLAGS[flag][language]}
          </em>
        ))}
      </td>
      <td className={styles.operator}>{event.operator}</td>
    </tr>
  );
}
