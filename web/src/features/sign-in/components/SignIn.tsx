import { useQueryClient } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import type { ErrorCode } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Enrol } from "../../../components/Enrol";
import { FactorForm } from "../../../components/FactorForm";
import { NewPassword } from "../../../components/NewPassword";
import { ErrorState } from "../../../components/PageState";
import { useSession } from "../../../lib/use-session";
import { useSignOut } from "../../../lib/use-sign-out";
import { Card } from "./Card";
import { PasswordForm } from "./PasswordForm";
import styles from "./sign-in.module.css";

/** Signing in, step by step, until everything may be asked for; then on to where the person was going. */
export function SignIn({ to, problem }: { readonly to: string | undefined; readonly problem: ErrorCode | undefined }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const session = useSession();
  const signOut = useSignOut();
  if (session.isError)
    return (
      <Card title={t("signIn.title")}>
        <ErrorState error={session.error} onRetry={() => void session.refetch()} />
      </Card>
    );
  if (session.isPending) return <Bones rows={6} />;
  const state = session.data;
  if (state.step === "open") {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    return <Navigate to={to ?? "/"} replace />;
  }
  const another = (
    <button type="button" className={styles.other} onClick={() => signOut.mutate()}>
      {t("signIn.another")}
    </button>
  );
  if (state.step === "factor")
    return (
      <Card title={t("signIn.factorTitle")} name={state.name} foot={another}>
        <FactorForm />
      </Card>
    );
  if (state.step === "enrol")
    return (
      <Card title={t("signIn.enrolTitle")} name={state.name} foot={another}>
        <p>{t("signIn.enrolWhy")}</p>
        <Enrol />
      </Card>
    );
  if (state.step === "password")
    return (
      <Card title={t("signIn.passwordTitle")} name={state.name} foot={another}>
        <NewPassword rules={state.password} current={state.has_password} />
      </Card>
    );
  return (
    <Card title={t("signIn.title")} foot={state.demo ? <p className={styles.note}>{t("signIn.demo")}</p> : null}>
      <PasswordForm singleSignOn={state.single_sign_on} problem={problem} />
    </Card>
  );
}
