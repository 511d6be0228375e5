import { Button, VisuallyHidden } from "@mantine/core";
import type { Session } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { agentText } from "../lib/agent";
import { formatInstant, instantOrNull } from "../lib/time";
import { usePostName } from "../lib/use-post-name";
import table from "./table.module.css";

export interface SessionTableProps {
  readonly sessions: readonly Session[];
  /** Whose they are; left out where they are all of one person. */
  readonly named?: boolean;
  /** Absent: they can be seen, not ended. */
  readonly onEnd?: ((session: Session) => void) | undefined;
  readonly ending: string | null;
}

/** Open sessions: where from, in which post, until when; each can be ended. */
export function SessionTable({ sessions, named = false, onEnd, ending }: SessionTableProps) {
  const { t } = useTranslation();
  const postName = usePostName();
  const time = (iso: string) => {
    const at = instantOrNull(iso);
    return at === null ? "–" : formatInstant(at);
  };
  return (
    <table className={table.table} data-testid="sessions">
      <thead>
        <tr>
          {named && <th scope="col">{t("people.column.person")}</th>}
          <th scope="col">{t("people.column.post")}</th>
          <th scope="col">{t("people.column.address")}</th>
          <th scope="col" className={table.wide}>
            {t("people.column.agent")}
          </th>
          <th scope="col" className={table.wide}>
            {t("people.column.since")}
          </th>
          <th scope="col">{t("people.column.seen")}</th>
          <th scope="col" className={table.wide}>
            {t("people.column.expires")}
          </th>
          {onEnd && (
            <th scope="col">
              <VisuallyHidden>{t("people.session.end")}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sessions.map((one) => (
          <tr key={one.id}>
            {named && (
              <td>
                {one.account.name} <small className={table.quiet}>{one.account.login}</small>
              </td>
            )}
            <td className={table.fixed}>{one.post === null ? "–" : postName(one.post)}</td>
            <td className={table.fixed}>{one.address}</td>
            <td className={`${table.wide} ${table.quiet}`} title={one.agent}>
              {agentText(one.agent)}
            </td>
            <td className={`${table.wide} ${table.fixed}`}>{time(one.created_at)}</td>
            <td className={table.fixed}>{one.current ? t("people.session.current") : time(one.last_seen_at)}</td>
            <td className={`${table.wide} ${table.fixed}`}>{time(one.expires_at)}</td>
            {onEnd && (
              <td className={table.figure}>
                {!one.current && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={ending === one.id}
                    aria-label={t("people.session.endOf", { name: one.account.name, address: one.address })}
                    onClick={() => onEnd(one)}
                  >
                    {t("people.session.end")}
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
