import { Button } from "@mantine/core";
import type { Account } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Confirm } from "../../../components/Confirm";
import { FormDialog } from "../../../components/FormDialog";
import { LineField } from "../../../components/FormFields";
import { ErrorState } from "../../../components/PageState";
import { useLanguage } from "../../../i18n/use-language";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useSession } from "../../../lib/use-session";
import { useBinding, useWriteBinding } from "../api/sign-on";
import styles from "./people.module.css";

/** Who bound it, where nobody did but the first sign-on. */
const FIRST_SIGN_ON = "single sign-on";

export interface SignOnBindingProps {
  readonly account: Account;
  readonly mayWrite: boolean;
}

/** Who the person is to the single sign-on; nothing where the installation has none. */
export function SignOnBinding({ account, mayWrite }: SignOnBindingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const provider = useSession().data?.single_sign_on ?? null;
  const answer = useBinding(account.id, provider !== null);
  const [asked, setAsked] = useState<"bind" | "unbind" | null>(null);
  if (provider === null) return null;
  const binding = answer.data?.binding ?? null;
  const since = binding && instantOrNull(binding.created_at);
  const by = binding?.author === FIRST_SIGN_ON ? t("people.signOn.first") : (binding?.author ?? "");
  return (
    <section className={styles.part} data-testid="sign-on-binding">
      <h2>{t("people.signOn.title", { provider: provider[language] })}</h2>
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={1} />}
      {answer.data && (
        <p className={styles.note}>
          {binding === null || since === null
            ? t("people.signOn.none")
            : t("people.signOn.bound", { subject: binding.subject, by, at: formatInstant(since) })}
        </p>
      )}
      {answer.data && mayWrite && (
        <div className={styles.deeds}>
          <Button size="compact-sm" variant="default" onClick={() => setAsked("bind")} data-testid="bind">
            {t(binding === null ? "people.signOn.bind" : "people.signOn.change")}
          </Button>
          {binding !== null && (
            <Button size="compact-sm" variant="default" onClick={() => setAsked("unbind")} data-testid="unbind">
              {t("people.signOn.unbind")}
            </Button>
          )}
        </div>
      )}
      {asked === "bind" && <BindDialog account={account} onClose={() => setAsked(null)} />}
      {asked === "unbind" && <UnbindDialog account={account} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface DialogProps {
  readonly account: Account;
  readonly onClose: () => void;
}

function BindDialog({ account, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState("");
  const write = useWriteBinding(account.id);
  const said = subject.trim();
  return (
    <FormDialog
      title={t("people.signOn.bind")}
      act={t("people.signOn.bind")}
      ready={said !== ""}
      busy={write.isPending}
      error={write.error}
      testId="bind-form"
      onAct={() => write.mutate(said, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t("people.signOn.bindText", { name: account.name })}</p>
      <LineField label={t("people.signOn.subject")} value={subject} max={255} first onChange={setSubject} />
    </FormDialog>
  );
}

function UnbindDialog({ account, onClose }: DialogProps) {
  const { t } = useTranslation();
  const write = useWriteBinding(account.id);
  return (
    <Confirm
      opened
      title={t("people.signOn.unbind")}
      act={t("people.signOn.unbind")}
      busy={write.isPending}
      error={write.error}
      onClose={onClose}
      onAct={() => write.mutate(null, { onSuccess: onClose })}
    >
      <p>{t("people.signOn.unbindText", { name: account.name })}</p>
    </Confirm>
  );
}
