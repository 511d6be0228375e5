import { Button } from "@mantine/core";
import { DELIVERY_STATES, type Delivery, type DeliveryState, feedText } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Choice } from "../../../components/Choice";
import { ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { useLanguage } from "../../../i18n/use-language";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { useDeliveries, useSendAgain } from "../api/follow";
import styles from "./follow.module.css";

const MARKS: Readonly<Record<DeliveryState, string>> = { waiting: "…", sent: "✓", dead: "✕" };

/** Whether messages got there, newest first; what was given up can be sent again. */
export function Deliveries() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayWrite = useMay("following.write");
  const [state, setState] = useState<DeliveryState | "">("");
  const answer = useDeliveries(state);
  const again = useSendAgain();
  const items = answer.data?.items ?? [];
  const why = ({ failure, status }: Delivery): string => {
    if (failure === null) return status === null ? "–" : String(status);
    return status === null
      ? t(`follow.failure.${failure}`)
      : t("follow.failedWith", { why: t(`follow.failure.${failure}`), status });
  };
  return (
    <section className={styles.section} aria-labelledby="deliveries">
      <div className={styles.head}>
        <h2 id="deliveries">{t("follow.deliveries")}</h2>
        <Choice
          label={t("follow.state")}
          value={state}
          options={[
            { value: "", label: t("follow.any") },
            ...DELIVERY_STATES.map((one) => ({ value: one, label: t(`follow.delivery.${one}`) })),
          ]}
          onChange={setState}
        />
      </div>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {again.isError && <ErrorState error={again.error} />}
      {answer.isPending && <Bones rows={4} />}
      {answer.data && items.length === 0 && <p className={styles.note}>{t("follow.noDeliveries")}</p>}
      {items.length > 0 && (
        <table className={table.table} data-testid="deliveries">
          <thead>
            <tr>
              <th scope="col">{t("follow.seq")}</th>
              <th scope="col">{t("follow.what")}</th>
              <th scope="col" className={table.wide}>
                {t("follow.name")}
              </th>
              <th scope="col">{t("follow.state")}</th>
              <th scope="col" className={table.wide}>
                {t("follow.attempts")}
              </th>
              <th scope="col">{t("follow.answer")}</th>
              <th scope="col" className={table.wide}>
                {t("follow.next")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td className={table.fixed}>{one.seq}</td>
                <td>{feedText(one.kind)[language]}</td>
                <td className={table.wide}>{one.webhook.name}</td>
                <td className={table.fixed}>
                  {MARKS[one.state]} {t(`follow.delivery.${one.state}`)}
                </td>
                <td className={table.wide}>{one.attempts}</td>
                <td>{why(one)}</td>
                <td className={`${table.wide} ${table.fixed}`}>{time(one.due_at)}</td>
                <td className={table.figure}>
                  {mayWrite && one.state === "dead" && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      loading={again.isPending && again.variables === one.id}
                      onClick={() => again.mutate(one.id)}
                    >
                      {t("follow.again")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function time(iso: string | null): string {
  const at = instantOrNull(iso);
  return at === null ? "–" : formatInstant(at);
}
