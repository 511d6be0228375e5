import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Enrol } from "../../../components/Enrol";
import { NewPassword } from "../../../components/NewPassword";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { SessionTable } from "../../../components/SessionTable";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useMeta } from "../../../lib/use-meta";
import { usePostName } from "../../../lib/use-post-name";
import { useSession } from "../../../lib/use-session";
import { useEndMySession, useMySessions } from "../api/account";
import styles from "./account.module.css";

/** One's own account: posts, open sessions, second factor, password, and what else is set for oneself. */
export function MyAccount({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const postName = usePostName();
  const meta = useMeta();
  const session = useSession();
  const sessions = useMySessions();
  const end = useEndMySession();
  const actor = meta.data?.actor;
  const state = session.data;
  const factorAt = instantOrNull(state?.factor.at ?? null);
  return (
    <Page title={t("people.mine.title")} aside={actor?.name}>
      {actor && (
        <p className={styles.note}>
          {t("people.mine.posts", {
            posts: actor.appointments.map(({ post }) => postName(post)).join(t("list.comma")),
          })}
        </p>
      )}
      <section className={styles.part}>
        <h2>{t("people.mine.sessions")}</h2>
        {sessions.isPending && <Bones rows={3} />}
        {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
        {end.isError && <ErrorState error={end.error} />}
        {sessions.data && (
          <SessionTable
            sessions={sessions.data.sessions}
            ending={end.isPending ? end.variables : null}
            onEnd={(one) => end.mutate(one.id)}
          />
        )}
      </section>
      {state && (
        <div className={styles.columns}>
          <section className={styles.part} data-testid="factor">
            <h2>{t("people.mine.factor")}</h2>
            <p className={styles.note}>
              {t(state.factor.enrolled ? "people.mine.enrolled" : "people.mine.notEnrolled")}
              {factorAt !== null && ` ${t("people.mine.factorAt", { at: formatInstant(factorAt) })}`}
            </p>
            {!state.factor.enrolled && <Enrol />}
          </section>
          <section className={styles.part}>
            <h2>{t("people.mine.password")}</h2>
            {!state.has_password && <p className={styles.note}>{t("people.mine.noPassword")}</p>}
            <NewPassword rules={state.password} current={state.has_password} />
          </section>
        </div>
      )}
      {children}
    </Page>
  );
}
