import { Button } from "@mantine/core";
import type { Follower } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Confirm } from "../../../components/Confirm";
import { ErrorState } from "../../../components/PageState";
import table from "../../../components/table.module.css";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { useEndFollower, useFollowers } from "../api/follow";
import { FollowerDialog } from "./FollowerDialog";
import styles from "./follow.module.css";

/** Systems that ask for themselves, under a key. */
export function Followers() {
  const { t } = useTranslation();
  const mayWrite = useMay("following.write");
  const answer = useFollowers();
  const end = useEndFollower();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Follower | null>(null);
  const followers = answer.data?.followers ?? [];
  const scopeOf = ({ sources, districts, units }: Follower): string => {
    const parts = [sources, districts, units].flatMap((codes) => codes ?? []);
    return parts.length === 0 ? t("follow.everything") : parts.join(t("list.comma"));
  };
  return (
    <section className={styles.section} aria-labelledby="followers">
      <div className={styles.head}>
        <h2 id="followers">{t("follow.followers")}</h2>
        {mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)} data-testid="add-follower">
            {t("follow.addKey")}
          </Button>
        )}
      </div>
      <p className={styles.note}>{t("follow.followersNote")}</p>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={2} />}
      {followers.length > 0 && (
        <table className={table.table} data-testid="followers">
          <thead>
            <tr>
              <th scope="col">{t("follow.name")}</th>
              <th scope="col">{t("follow.reads")}</th>
              <th scope="col" className={table.wide}>
                {t("follow.scope")}
              </th>
              <th scope="col">{t("keys.column.expires")}</th>
              <th scope="col" className={table.wide}>
                {t("keys.column.used")}
              </th>
              <th scope="col">{t("follow.state")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {followers.map((one) => (
              <tr key={one.id}>
                <td>
                  {one.name} <small className={table.quiet}>…{one.hint}</small>
                </td>
                <td>
                  {one.reads
                    .map((read) => t(`follow.group.${read === "cases.read" ? "cases" : "findings"}`))
                    .join(t("list.comma"))}
                </td>
                <td className={table.wide}>{scopeOf(one)}</td>
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
      {adding && <FollowerDialog onClose={() => setAdding(false)} />}
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
          <p>{t("follow.endKeyText", { name: ending.name })}</p>
        </Confirm>
      )}
    </section>
  );
}

function time(iso: string | null): string {
  const at = instantOrNull(iso);
  return at === null ? "–" : formatInstant(at);
}
