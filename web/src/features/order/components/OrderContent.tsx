import { instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { formatInstant } from "../../../lib/time";
import type { CaseFile } from "../lib/case-file";
import styles from "./order.module.css";

/** Whatever folder it lay in says nothing to the reader. */
const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** What the citizen asked, and where the record comes from. */
export function OrderContent({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const { order, batches } = file.detail;
  const facts = [
    [t("order.location"), order.location],
    [t("order.channel"), order.channel],
    [t("order.line"), order.line],
  ].filter(([, value]) => value !== "");
  return (
    <section className={styles.content} aria-labelledby="order-content">
      <h2 id="order-content">{t("order.content")}</h2>
      <p>{order.content || t("order.noContent")}</p>
      {facts.length > 0 && (
        <dl className={styles.pairs}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {batches.map((batch) => (
        <p key={batch.id} className={styles.origin}>
          {t("order.batch", {
            at: formatInstant(instant(Date.parse(batch.recorded_at))),
            files: [...new Set(batch.files.map(fileName))].join(t("list.comma")) || t("order.noFile"),
          })}
        </p>
      ))}
    </section>
  );
}
