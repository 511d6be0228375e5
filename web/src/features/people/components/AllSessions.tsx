import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { SessionTable } from "../../../components/SessionTable";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { useAct, useSessions } from "../api/people";

/** Who is signed in now, from where; any session can be ended. */
export function AllSessions() {
  const { t } = useTranslation();
  const mayEnd = useMay("sessions.end");
  const answer = useSessions();
  const end = useAct((id: string) => api.endSession(id));
  return (
    <Page
      title={t("people.sessionsTitle")}
      aside={answer.data && t("people.session.count", { n: answer.data.sessions.length })}
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {end.isError && <ErrorState error={end.error} />}
      {answer.isPending && <Bones rows={8} />}
      {answer.data && (
        <SessionTable
          named
          sessions={answer.data.sessions}
          ending={end.isPending ? end.variables : null}
          onEnd={mayEnd ? (one) => end.mutate(one.id) : undefined}
        />
      )}
    </Page>
  );
}
