import type { Level as LevelName } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../lib/case-file";
import { EventRow } from "./EventRow";
import styles from "./events.module.css";

export interface EventListProps {
  readonly file: CaseFile;
  readonly levels: ReadonlyMap<string, LevelName>;
}

/** Every event up to the instant of the screen, ignored ones too, with what their flags mean. */
export function EventList({ file, levels }: EventListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="order-events">
      <h2 id="order-events" className={styles.title}>
        {t("order.events")} <small>{t("order.eventCount", { count: file.events.length })}</small>
      </h2>
      <table className={styles.events}>
        <thead>
          <tr>
            <th scope="col">{t("event.time")}</th>
            <th scope="col">{t("event.kind")}</th>
            <th scope="col">{t("event.who")}</th>
            <th scope="col">{t("event.text")}</th>
            <th scope="col" className={styles.operator}>
              {t("event.operator")}
            </th>
          </tr>
        </thead>
        <tbody>
          {file.events.map((event, index) => (
            <EventRow
              key={`${event.position}.${event.part}`}
              event={event}
              before={file.events[index - 1]}
              file={file}
              level={levels.get(event.ref) ?? null}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
