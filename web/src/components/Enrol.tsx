import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../lib/api";
import { FactorForm } from "./FactorForm";
import { ErrorState } from "./PageState";
import { QrCode } from "./QrCode";
import styles from "./step-form.module.css";

/** Sets up the second factor: a secret for the person's own device, and a first code to show that it arrived. */
export function Enrol({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const begin = useMutation({ mutationFn: () => api.enrolFactor(), gcTime: 0 });
  if (!begin.data)
    return (
      <div className={styles.form}>
        {begin.isError && <ErrorState error={begin.error} />}
        <Button loading={begin.isPending} onClick={() => begin.mutate()} data-testid="enrol">
          {t("signIn.enrolBegin")}
        </Button>
      </div>
    );
  return (
    <div className={styles.form}>
      <ol className={styles.steps}>
        <li>{t("signIn.enrolScan")}</li>
        <li>{t("signIn.enrolConfirm")}</li>
      </ol>
      <QrCode text={begin.data.uri} label={t("signIn.enrolQr")} />
      <p className={styles.note}>
        {t("signIn.enrolType")} <code data-testid="factor-secret">{begin.data.secret}</code>
      </p>
      <FactorForm take={api.confirmFactor} act={t("signIn.enrolAct")} {...(onDone ? { onDone } : {})} />
    </div>
  );
}
