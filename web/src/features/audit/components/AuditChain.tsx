import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useAuditHead, useAuditHeads } from "../api/audit";
import styles from "./audit.module.css";
import { Verify } from "./Verify";

/** Whether the trail is as it was written: its head to keep on paper, the check of the whole, what was exported and archived. */
export function AuditChain() {
  const { t } = useTranslation();
  const number = useNumber();
  const head = useAuditHead();
  const heads = useAuditHeads();
  const time = (iso: string) => {
    const at = instantOrNull(iso);
    return at === null ? "" : formatInstant(at);
  };
  return (
    <Page title={t("audit.chain")}>
      {head.isError && <ErrorState error={head.error} onRetry={() => void head.refetch()} />}
      {head.isPending && <Bones rows={6} />}
      {head.data && (
        <section className={styles.head} data-testid="audit-head">
          <img src={api.auditCodeUrl()} width={184} height={184} alt={t("audit.qr")} />
          <div>
            <h2>{t("audit.head")}</h2>
            {head.data.at === null ? (
              <p>{t("audit.empty")}</p>
            ) : (
              <p>
                {t("audit.headSeq", { n: number(head.data.seq) })} · {time(head.data.at)}
              </p>
            )}
            <code>{head.data.hash}</code>
            <p className={styles.note}>{t("audit.headText")}</p>
            <Button size="compact-sm" variant="default" onClick={() => window.print()}>
              {t("audit.print")}
            </Button>
          </div>
        </section>
      )}
      <Verify />
      {heads.data && heads.data.heads.length > 0 && (
        <section className={styles.part}>
          <h2>{t("audit.heads")}</h2>
          <table className={table.table}>
            <tbody>
              {heads.data.heads.map((one) => (
                <tr key={one.date}>
                  <td className={table.fixed}>{one.date}</td>
                  <td className={table.figure}>{number(one.seq)}</td>
                  <td className={styles.hash}>{one.hash}</td>
                  <td className={table.fixed}>
                    {one.holds === null
                      ? t("audit.archived")
                      : one.holds
                        ? `✓ ${t("audit.holds")}`
                        : `✕ ${t("audit.holdsNot")}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {head.data && head.data.segments.length > 0 && (
        <section className={styles.part}>
          <h2>{t("audit.segments")}</h2>
          <table className={table.table}>
            <tbody>
              {head.data.segments.map((one) => (
                <tr key={one.from}>
                  <td>{t("audit.range", { from: number(one.from), to: number(one.to) })}</td>
                  <td className={table.fixed}>
                    {time(one.first_at)} – {time(one.last_at)}
                  </td>
                  <td className={styles.hash}>{one.file}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}
