import { CASE_EVENT_TEXTS, type CaseComment, type CaseDetail, type CaseEvent } from "@tianyan/api";
import { instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { formatInstant } from "../../../lib/time";
import { usePostName } from "../../../lib/use-post-name";
import { changesOf } from "../lib/changes";
import { useFieldWords } from "../lib/use-field-words";
import styles from "./cases.module.css";

export interface EventLineProps {
  readonly event: CaseEvent;
  readonly comments: ReadonlyMap<string, CaseComment>;
  /** Those of the case, by whose names their codes are told. */
  readonly units: CaseDetail["units"];
}

/** One line of the timeline: when, who in which post, what, why, and each field with its old and new value. */
export function EventLine({ event, comments, units }: EventLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const postName = usePostName();
  const words = useFieldWords(units);
  const changes = changesOf(event.before, event.after).flatMap(({ field, before, after }) => {
    const label = words.label(field);
    const values = { before: words.value(field, before), after: words.value(field, after) };
    return label === null || values.before + values.after === "" ? [] : [{ field, label, ...values }];
  });
  const comment = event.kind === "commented" ? comments.get(String(event.after?.id ?? "")) : undefined;
  return (
    <li className={styles.event} data-kind={event.kind} data-testid="case-event">
      <p className={styles.quiet}>
        <time dateTime={event.at}>{formatInstant(instant(Date.parse(event.at)))}</time> {event.actor}
        {event.post !== "" && <> · {postName(event.post)}</>}
      </p>
      <b>{CASE_EVENT_TEXTS[event.kind][language]}</b>
      {changes.length > 0 && (
        <dl>
          {changes.map(({ field, label, before, after }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {before !== "" && <del>{before}</del>}
                {before !== "" && after !== "" && " → "}
                {after}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {event.reason !== "" && <p>{t("cases.why", { reason: event.reason })}</p>}
      {comment && <p className={styles.said}>{comment.text}</p>}
    </li>
  );
}
