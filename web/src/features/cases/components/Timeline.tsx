import type { CaseDetail } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { CommentBox } from "./CommentBox";
import styles from "./cases.module.css";
import { EventLine } from "./EventLine";

/** What happened to the case, newest first, with old and new values. */
export function Timeline({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const comments = new Map(file.comments.map((comment) => [comment.id, comment]));
  return (
    <section className={styles.timeline} aria-labelledby="case-timeline">
      <h2 id="case-timeline">{t("cases.timeline")}</h2>
      <CommentBox file={file} />
      <ol data-testid="timeline">
        {file.events.map((event) => (
          <EventLine key={event.id} event={event} comments={comments} units={file.units} />
        ))}
      </ol>
    </section>
  );
}
