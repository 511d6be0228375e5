import { Button } from "@mantine/core";
import type { Webhook } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Confirm } from "../../../components/Confirm";
import { EmptyState, ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { useEndWebhook, useWebhooks } from "../api/follow";
import styles from "./follow.module.css";
import { WebhookDialog } from "./WebhookDialog";

/** Systems that are told by themselves. */
export function Webhooks() {
  const { t } = useTranslation();
  const mayWrite = useMay("following.write");
  const answer = useWebhooks();
  const end = useEndWebhook();
  const [editing, setEditing] = useState<Webhook | "new" | null>(null);
  const [ending, setEnding] = useState<Webhook | null>(null);
  const { webhooks = [], hosts = [] } = answer.data ?? {};
  return (
    <section className={styles.section} aria-labelledby="webhooks">
      <div className={styles.head}>
        <h2 id="webhooks">{t("follow.webhooks")}</h2>
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing("new")} data-testid="add-webhook">
            {t("follow.add")}
          </Button>
        )}
      </div>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={2} />}
      {answer.data && (
        <p className={styles.note}>
          {hosts.length === 0 ? t("follow.noHosts") : t("follow.hosts", { hosts: hosts.join(t("list.comma")) })}
        </p>
      )}
      {answer.data && webhooks.length === 0 && <EmptyState title={t("follow.none")}>{t("follow.noneText")}</EmptyState>}
      {webhooks.length > 0 && (
        <table className={table.table} data-testid="webhooks">
          <thead>
            <tr>
              <th scope="col">{t("follow.name")}</th>
              <th scope="col" className={table.wide}>
                {t("follow.url")}
              </th>
              <th scope="col">{t("follow.state")}</th>
              <th scope="col">{t("follow.counts")}</th>
              <th scope="col" className={table.wide}>
                {t("follow.lastSent")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {webhooks.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td className={`${table.wide} ${styles.url}`}>{one.url}</td>
                <td className={table.fixed}>{one.enabled ? `✓ ${t("follow.on")}` : `– ${t("follow.off")}`}</td>
                <td className={table.fixed}>
                  {t("follow.counted", { sent: one.sent, waiting: one.waiting, dead: one.dead })}
                </td>
                <td className={`${table.wide} ${table.fixed}`}>{time(one.last_sent_at)}</td>
                <td className={table.figure}>
                  {mayWrite && (
                    <>
                      <Button size="compact-xs" variant="default" onClick={() => setEditing(one)}>
                        {t("follow.change")}
                      </Button>{" "}
                      <Button
                        size="compact-xs"
                        variant="default"
                        onClick={() => {
                          end.reset();
                          setEnding(one);
                        }}
                      >
                        {t("follow.end")}
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing !== null && (
        <WebhookDialog webhook={editing === "new" ? null : editing} hosts={hosts} onClose={() => setEditing(null)} />
      )}
      {ending !== null && (
        <Confirm
          opened
          title={t("follow.end")}
          act={t("follow.end")}
          busy={end.isPending}
          error={end.error}
          onClose={() => setEnding(null)}
          onAct={() => end.mutate(ending.id, { onSuccess: () => setEnding(null) })}
        >
          <p>{t("follow.endText", { name: ending.name })}</p>
        </Confirm>
      )}
    </section>
  );
}

function time(iso: string | null): string {
  const at = instantOrNull(iso);
  return at === null ? "–" : formatInstant(at);
}
