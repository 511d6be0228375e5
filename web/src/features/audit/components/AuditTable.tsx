import type { AuditEntry } from "@tianyan/api";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import table from "../../../components/table.module.css";
import { useLanguage } from "../../../i18n/use-language";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useActor } from "../../../lib/use-actor";
import { usePostName } from "../../../lib/use-post-name";
import styles from "./audit.module.css";

const NOT_PEOPLE = ["machine", "system", "nobody"] as const;

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const postName = usePostName();
  const actorName = useActor();
  const [open, setOpen] = useState<number | null>(null);
  const roleOf = (post: string) => {
    const other = NOT_PEOPLE.find((one) => one === post);
    return other ? t(`audit.${other}`) : postName(post);
  };
  const time = (iso: string) => {
    const at = instantOrNull(iso);
    return at === null ? "" : formatInstant(at);
  };
  return (
    <table className={table.table} data-testid="audit">
      <thead>
        <tr>
          <th scope="col" className={`${table.figure} ${styles.narrow}`}>
            {t("audit.column.seq")}
          </th>
          <th scope="col">{t("audit.column.at")}</th>
          <th scope="col">{t("audit.column.who")}</th>
          <th scope="col" className={table.wide}>
            {t("audit.column.post")}
          </th>
          <th scope="col">{t("audit.column.what")}</th>
          <th scope="col" className={table.wide}>
            {t("audit.column.subject")}
          </th>
          <th scope="col" className={table.wide}>
            {t("audit.column.address")}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((one) => (
          <Fragment key={one.seq}>
            <tr data-testid="audit-entry">
              <td className={table.figure}>
                <button
                  type="button"
                  className={styles.seq}
                  aria-expanded={open === one.seq}
                  onClick={() => setOpen(open === one.seq ? null : one.seq)}
                >
                  {one.seq}
                </button>
              </td>
              <td className={table.fixed}>{time(one.at)}</td>
              <td>{actorName(one.name)}</td>
              <td className={`${table.wide} ${table.fixed}`}>{roleOf(one.post)}</td>
              <td>
                {one.outcome === "denied" && <b className={styles.denied}>✕ {t("audit.denied")} </b>}
                {one.words[language]}
              </td>
              <td className={`${table.wide} ${styles.subject}`}>{one.subject.id}</td>
              <td className={`${table.wide} ${table.quiet}`}>{one.address}</td>
            </tr>
            {open === one.seq && (
              <tr>
                <td />
                <td colSpan={6}>
                  <Detail entry={one} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Detail({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const parts = [
    [t("audit.before"), entry.before],
    [t("audit.after"), entry.after],
  ] as const;
  return (
    <dl className={styles.detail}>
      <dt>{t("audit.column.subject")}</dt>
      <dd>
        {entry.subject.type} {entry.subject.id}
      </dd>
      {parts.map(([name, value]) =>
        value === null || value === undefined ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{JSON.stringify(value, null, 1)}</code>
            </dd>
          </Fragment>
        ),
      )}
      <dt>{t("audit.request")}</dt>
      <dd>
        <code>{entry.request}</code>
      </dd>
      <dt>{t("audit.hash")}</dt>
      <dd>
        <code>{entry.hash}</code>
      </dd>
    </dl>
  );
}
