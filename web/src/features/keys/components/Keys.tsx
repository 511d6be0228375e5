import { Button } from "@mantine/core";
import type { MachineKey } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Confirm } from "../../../components/Confirm";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useSourceName } from "../../../lib/sources";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { useEndKey, useKeys } from "../api/keys";
import { AddKey } from "./AddKey";
import styles from "./keys.module.css";

/** Keys under which other systems deliver rows. */
export function Keys() {
  const { t } = useTranslation();
  const mayWrite = useMay("keys.write");
  const sourceName = useSourceName();
  const answer = useKeys();
  const end = useEndKey();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<MachineKey | null>(null);
  const keys = answer.data?.keys ?? [];
  const time = (iso: string | null) => {
    const at = instantOrNull(iso);
    return at === null ? "–" : formatInstant(at);
  };
  return (
    <Page
      title={t("keys.title")}
      bar={
        mayWrite && (
          <Button variant="default" onClick={() => setAdding(true)} data-testid="add-key">
            {t("keys.add")}
          </Button>
        )
      }
    >
      <p className={styles.note}>{t("keys.note")}</p>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={4} />}
      {answer.data && keys.length === 0 && <EmptyState title={t("keys.none")}>{t("keys.noneText")}</EmptyState>}
      {keys.length > 0 && (
        <table className={table.table} data-testid="keys">
          <thead>
            <tr>
              <th scope="col">{t("keys.name")}</th>
              <th scope="col">{t("keys.source")}</th>
              <th scope="col" className={table.wide}>
                {t("keys.column.author")}
              </th>
              <th scope="col" className={table.wide}>
                {t("keys.column.created")}
              </th>
              <th scope="col">{t("keys.column.expires")}</th>
              <th scope="col" className={table.wide}>
                {t("keys.column.used")}
              </th>
              <th scope="col">{t("keys.column.state")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {keys.map((one) => (
              <tr key={one.id}>
                <td>
                  {one.name} <small className={table.quiet}>…{one.hint}</small>
                </td>
                <td>{one.source === null ? t("keys.anySource") : sourceName(one.source)}</td>
                <td className={table.wide}>{one.author}</td>
                <td className={`${table.wide} ${table.fixed}`}>{time(one.created_at)}</td>
                <td className={table.fixed}>{time(one.expires_at)}</td>
                <td className={`${table.wide} ${table.fixed}`}>{time(one.last_used_at)}</td>
                <td className={table.fixed}>
                  {one.in_force
                    ? `✓ ${t("keys.inForce")}`
                    : `– ${t(one.ended_at === null ? "keys.expired" : "keys.ended")}`}
                </td>
                <td className={table.figure}>
                  {mayWrite && one.in_force && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => {
                        end.reset();
                        setEnding(one);
                      }}
                    >
                      {t("keys.end")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && <AddKey onClose={() => setAdding(false)} />}
      {ending !== null && (
        <Confirm
          opened
          title={t("keys.end")}
          act={t("keys.end")}
          busy={end.isPending}
          error={end.error}
          onClose={() => setEnding(null)}
          onAct={() => end.mutate(ending.id, { onSuccess: () => setEnding(null) })}
        >
          <p>{t("keys.endText", { name: ending.name })}</p>
        </Confirm>
      )}
    </Page>
  );
}
