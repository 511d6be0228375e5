import { Button } from "@mantine/core";
import type { Account, Appointment } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../../../components/Confirm";
import table from "../../../components/table.module.css";
import { api } from "../../../lib/api";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { usePostName } from "../../../lib/use-post-name";
import { useAct, useScopeChoices } from "../api/people";
import { scopeWords } from "../lib/scope-words";
import { AppointmentDialog } from "./AppointmentDialog";
import styles from "./people.module.css";

export interface AppointmentsProps {
  readonly account: Account;
  readonly mayWrite: boolean;
}

/** Posts with what they cover, those that ended too: who had which power when. */
export function Appointments({ account, mayWrite }: AppointmentsProps) {
  const { t } = useTranslation();
  const postName = usePostName();
  const choices = useScopeChoices().data;
  const [edited, setEdited] = useState<Appointment | "new" | null>(null);
  const [ended, setEnded] = useState<Appointment | null>(null);
  const end = useAct((appointment: string) => api.endAppointment(account.id, appointment));
  const time = (iso: string | null) => {
    const at = instantOrNull(iso);
    return at === null ? t("people.one.openEnd") : formatInstant(at);
  };
  return (
    <section className={styles.part}>
      <h2>{t("people.one.posts")}</h2>
      <table className={table.table} data-testid="appointments">
        <thead>
          <tr>
            <th scope="col">{t("people.column.post")}</th>
            <th scope="col">{t("people.column.scope")}</th>
            <th scope="col" className={table.wide}>
              {t("people.column.from")}
            </th>
            <th scope="col">{t("people.column.to")}</th>
            <th scope="col" className={table.wide}>
              {t("people.column.author")}
            </th>
            <th scope="col" aria-label={t("people.one.change")} />
          </tr>
        </thead>
        <tbody>
          {account.appointments.map((one) => (
            <tr key={one.id} className={one.in_force ? undefined : table.quiet}>
              <td className={table.fixed}>{postName(one.post)}</td>
              <td>{scopeWords(one.scope, choices, t("list.comma"), t("list.semicolon")) ?? t("people.scope.all")}</td>
              <td className={`${table.wide} ${table.fixed}`}>{time(one.starts_at)}</td>
              <td className={table.fixed}>{time(one.ends_at)}</td>
              <td className={table.wide}>{one.author}</td>
              <td className={`${table.figure} ${table.fixed}`}>
                {mayWrite && one.in_force && (
                  <>
                    <Button size="compact-xs" variant="default" onClick={() => setEdited(one)}>
                      {t("people.one.change")}
                    </Button>{" "}
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => {
                        end.reset();
                        setEnded(one);
                      }}
                    >
                      {t("people.one.end")}
                    </Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayWrite && (
        <Button mt={8} size="compact-sm" variant="default" onClick={() => setEdited("new")}>
          {t("people.one.appoint")}
        </Button>
      )}
      {edited !== null && (
        <AppointmentDialog account={account} given={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
      {ended !== null && (
        <Confirm
          opened
          title={t("people.one.end")}
          act={t("people.one.end")}
          busy={end.isPending}
          error={end.error}
          onClose={() => setEnded(null)}
          onAct={() => end.mutate(ended.id, { onSuccess: () => setEnded(null) })}
        >
          <p>{t("people.one.endText", { name: account.name, post: postName(ended.post) })}</p>
        </Confirm>
      )}
    </section>
  );
}
