import { Button } from "@mantine/core";
import type { SessionState } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../lib/api";
import { useStep } from "../lib/use-step";
import { Field } from "./Field";
import { ErrorState } from "./PageState";
import styles from "./step-form.module.css";

export interface FactorFormProps {
  /** What takes the code; absent: the second factor of this session. */
  readonly take?: (code: string) => Promise<SessionState>;
  readonly act?: string;
  readonly onDone?: () => void;
}

const DIGITS = 6;

/** Six digits of the authenticator; each counts once. */
export function FactorForm({ take = api.giveFactor, act, onDone }: FactorFormProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const step = useStep(take);
  const digits = code.replaceAll(/\s/g, "");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!step.isPending) step.mutate(digits, { onError: () => setCode(""), onSuccess: () => onDone?.() });
      }}
    >
      <Field
        label={t("signIn.code")}
        name="one-time-code"
        value={code}
        onChange={setCode}
        hint={t("signIn.codeHint")}
        autoFocus
      />
      {step.isError && <ErrorState error={step.error} />}
      <Button type="submit" loading={step.isPending} disabled={digits.length !== DIGITS}>
        {act ?? t("signIn.check")}
      </Button>
    </form>
  );
}
