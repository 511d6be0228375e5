import { Button, Modal } from "@mantine/core";
import type { Account, Link } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Confirm } from "../../../components/Confirm";
import { IconButton } from "../../../components/IconButton";
import { BackIcon } from "../../../components/icons";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/PageState";
import { SessionTable } from "../../../components/SessionTable";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { DEEDS, type Deed, useAccount, useAccountSessions, useAct } from "../api/people";
import { AccountState } from "./AccountState";
import { Appointments } from "./Appointments";
import { LinkOnce } from "./LinkOnce";
import styles from "./people.module.css";
import { SignOnBinding } from "./SignOnBinding";

/** One account: posts and scopes, sessions, and what the security administrator may do about it. */
export function OnePerson({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const answer = useAccount(id);
  const account = answer.data;
  return (
    <Page
      title={account?.name ?? t("people.title")}
      aside={
        account && (
          <>
            {account.login} · <AccountState account={account} />
          </>
        )
      }
      bar={
        <IconButton label={t("people.back")} onClick={onClose}>
          <BackIcon />
        </IconButton>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={8} />}
      {account && <Person account={account} />}
    </Page>
  );
}

function Person({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const mayWrite = useMay("accounts.write");
  const sessions = useAccountSessions(account.id);
  const end = useAct((session: string) => api.endSession(session));
  const [asked, setAsked] = useState<Deed | "link" | null>(null);
  const [link, setLink] = useState<Link | null>(null);
  const act = useAct<Deed | "link", Account | Link>((deed) =>
    deed === "link" ? api.renewLink(account.id) : DEEDS[deed](account.id),
  );
  const ask = (deed: Deed | "link") => {
    act.reset();
    setAsked(deed);
  };
  const shut = account.state === "disabled" || account.state === "locked";
  return (
    <>
      <p className={styles.note}>
        {account.unit === null ? t("people.one.noUnit") : t("people.one.unit", { unit: account.unit.name })}
      </p>
      {mayWrite && (
        <div className={styles.deeds}>
          <Button size="compact-sm" variant="default" onClick={() => ask("link")}>
            {t("people.deed.link.act")}
          </Button>
          {account.factor.enrolled && (
            <Button size="compact-sm" variant="default" onClick={() => ask("resetFactor")}>
              {t("people.deed.resetFactor.act")}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => ask(shut ? "enable" : "disable")}>
            {t(shut ? "people.deed.enable.act" : "people.deed.disable.act")}
          </Button>
        </div>
      )}
      <Appointments account={account} mayWrite={mayWrite} />
      <SignOnBinding account={account} mayWrite={mayWrite} />
      <section className={styles.part}>
        <h2>{t("people.mine.sessions")}</h2>
        {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
        {end.isError && <ErrorState error={end.error} />}
        {sessions.data?.sessions.length === 0 && <p className={styles.note}>{t("people.one.noSessions")}</p>}
        {sessions.data && sessions.data.sessions.length > 0 && (
          <SessionTable
            sessions={sessions.data.sessions}
            ending={end.isPending ? end.variables : null}
            onEnd={mayWrite ? (one) => end.mutate(one.id) : undefined}
          />
        )}
      </section>
      {asked !== null && (
        <Confirm
          opened
          title={t(`people.deed.${asked}.act`)}
          act={t(`people.deed.${asked}.act`)}
          busy={act.isPending}
          error={act.error}
          onClose={() => setAsked(null)}
          onAct={() =>
            act.mutate(asked, {
              onSuccess: (done) => {
                setAsked(null);
                if ("path" in done) setLink(done);
              },
            })
          }
        >
          <p>{t(`people.deed.${asked}.text`, { name: account.name })}</p>
        </Confirm>
      )}
      {link !== null && (
        <Modal
          opened
          onClose={() => setLink(null)}
          title={t("people.link.title")}
          closeButtonProps={{ "aria-label": t("help.dismiss") }}
        >
          <LinkOnce name={account.name} link={link} onClose={() => setLink(null)} />
        </Modal>
      )}
    </>
  );
}
