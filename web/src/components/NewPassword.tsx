import { Button } from "@mantine/core";
import type { SessionState } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../lib/api";
import { useStep } from "../lib/use-step";
import { Field } from "./Field";
import { ErrorState } from "./PageState";
import styles from "./step-form.module.css";

export interface NewPasswordProps {
  readonly rules: SessionState["password"];
  /** Whether the present one is to be given too. */
  readonly current: boolean;
  readonly onDone?: () => void;
}

/** Chooses a password, twice typed; what it must be is said before, not after. */
export function NewPassword({ rules, current, onDone }: NewPasswordProps) {
  const { t } = useTranslation();
  const [before, setBefore] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const change = useStep(() => api.changePassword({ password, ...(current ? { current: before } : {}) }));
  const differs = again !== "" && again !== password;
  const ready = password !== "" && again === password && (!current || before !== "");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !change.isPending)
          change.mutate(undefined, {
            onSuccess: () => {
              setBefore("");
              setPassword("");
              setAgain("");
              onDone?.();
            },
          });
      }}
    >
      {current && (
        <Field
          label={t("signIn.currentPassword")}
          name="current-password"
          type="password"
          value={before}
          onChange={setBefore}
        />
      )}
      <Field
        label={t("signIn.newPassword")}
        name="new-password"
        type="password"
        value={password}
        onChange={setPassword}
        hint={t("signIn.rules", { length: rules.password_length, classes: rules.password_classes })}
      />
      <Field
        label={t("signIn.again")}
        name="new-password"
        type="password"
        value={again}
        onChange={setAgain}
        {...(differs ? { hint: t("signIn.differs") } : {})}
      />
      {change.isError && <ErrorState error={change.error} />}
      {change.isSuccess && password === "" && <p role="status">✓ {t("signIn.changed")}</p>}
      <Button type="submit" loading={change.isPending} disabled={!ready}>
        {t("signIn.setPassword")}
      </Button>
    </form>
  );
}
