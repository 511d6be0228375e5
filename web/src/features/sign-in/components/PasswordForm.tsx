import { Button } from "@mantine/core";
import { ApiError, type ErrorCode, type SessionState } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../components/Field";
import { ErrorState } from "../../../components/PageState";
import form from "../../../components/step-form.module.css";
import { useLanguage } from "../../../i18n/use-language";
import { api } from "../../../lib/api";
import { useStep } from "../../../lib/use-step";
import styles from "./sign-in.module.css";

export function PasswordForm({
  singleSignOn,
  problem,
}: {
  readonly singleSignOn: SessionState["single_sign_on"];
  /** What the single sign-on ended in. */
  readonly problem: ErrorCode | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useStep(() => api.signIn(login.trim(), password));
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!signIn.isPending) signIn.mutate(undefined, { onError: () => setPassword("") });
      }}
    >
      <Field label={t("signIn.login")} name="username" value={login} onChange={setLogin} autoFocus />
      <Field
        label={t("signIn.password")}
        name="current-password"
        type="password"
        value={password}
        onChange={setPassword}
      />
      {signIn.isError ? (
        <ErrorState error={signIn.error} />
      ) : (
        problem && !signIn.isPending && <ErrorState error={new ApiError(problem)} />
      )}
      <Button type="submit" loading={signIn.isPending} disabled={login.trim() === "" || password === ""}>
        {t("signIn.act")}
      </Button>
      {singleSignOn !== null && (
        <a className={styles.single} href="/api/session/oidc">
          {singleSignOn[language]}
        </a>
      )}
    </form>
  );
}
