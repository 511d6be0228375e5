import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/PageState";
import { Progress } from "../../../components/Progress";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { formatInstant, instantOrNull } from "../../../lib/time";
import { useVerification, useVerify } from "../api/audit";
import styles from "./audit.module.css";

/** Goes through the whole chain and says what it found, or the first wrong place. */
export function Verify() {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const answer = useVerification();
  const verify = useVerify();
  const found = answer.data;
  const at = instantOrNull(found?.finished_at ?? null);
  const running = found?.state === "running";
  return (
    <section className={styles.part} data-testid="verify">
      <Button onClick={() => verify.mutate()} loading={verify.isPending} disabled={running}>
        {t("audit.verify")}
      </Button>
      {verify.isError && <ErrorState error={verify.error} />}
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {running && <Progress label={t("audit.verifying")} progress={found.progress} />}
      {found?.state === "none" && <p className={styles.note}>{t("audit.never")}</p>}
      {found?.state === "failed" && <p role="alert">{t("audit.failed")}</p>}
      {found?.state === "done" && (
        <p role="status" className={found.wrong ? styles.broken : styles.sound} data-testid="verified">
          {found.wrong
            ? `✕ ${t("audit.broken", { what: found.wrong.words[language] })}`
            : `✓ ${t("audit.sound", { n: number(found.entries), heads: number(found.heads) })}`}
          {at !== null && ` ${t("audit.verifiedAt", { at: formatInstant(at) })}`}
        </p>
      )}
    </section>
  );
}
