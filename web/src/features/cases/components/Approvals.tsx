import { Button } from "@mantine/core";
import type { Approval, CaseDetail } from "@tianyan/api";
import { CASE_ACTION_TEXTS, instant } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import { useLanguage } from "../../../i18n/use-language";
import { api } from "../../../lib/api";
import { formatInstant } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { useCaseChange } from "../api/cases";
import styles from "./cases.module.css";

const isOpen = ({ verdict, valid }: Approval): boolean => verdict === null && valid;

/** What a leader is asked to approve now; who may, does it here. */
export function Approvals({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayApprove = useMay("cases.approve");
  const [asked, setAsked] = useState<{ readonly approval: Approval; readonly verdict: "granted" | "denied" } | null>(
    null,
  );
  const open = file.approvals.filter(isOpen);
  if (open.length === 0) return null;
  return (
    <section className={styles.approvals} aria-label={t("cases.approvals")} data-testid="approvals">
      {open.map((one) => (
        <div key={one.id}>
          <p>
            <b>{t("cases.askedFor", { name: one.asked_by, action: CASE_ACTION_TEXTS[one.action][language] })}</b>{" "}
            <small>{formatInstant(instant(Date.parse(one.asked_at)))}</small>
          </p>
          <p>{one.reason}</p>
          {mayApprove ? (
            <div className={styles.deeds}>
              <Button onClick={() => setAsked({ approval: one, verdict: "granted" })} data-testid="grant">
                {t("cases.grant")}
              </Button>
              <Button
                variant="default"
                onClick={() => setAsked({ approval: one, verdict: "denied" })}
                data-testid="deny"
              >
                {t("cases.deny")}
              </Button>
            </div>
          ) : (
            <p className={styles.quiet}>{t("cases.waits")}</p>
          )}
        </div>
      ))}
      {asked && <VerdictDialog file={file} {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface VerdictDialogProps {
  readonly file: CaseDetail;
  readonly approval: Approval;
  readonly verdict: "granted" | "denied";
  readonly onClose: () => void;
}

function VerdictDialog({ file, approval, verdict, onClose }: VerdictDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const decide = useCaseChange(file.id, (said: string) =>
    api.decideCaseApproval(file.id, approval.id, { version: file.version, verdict, reason: said }),
  );
  const said = reason.trim();
  const act = t(verdict === "granted" ? "cases.grant" : "cases.deny");
  return (
    <FormDialog
      title={act}
      act={act}
      ready={verdict === "granted" || said !== ""}
      busy={decide.isPending}
      error={decide.error}
      testId="verdict"
      onAct={() => decide.mutate(said, { onSuccess: onClose })}
      onClose={onClose}
    >
      <WordsField
        label={t(verdict === "granted" ? "cases.opinion" : "cases.opinionNeeded")}
        value={reason}
        max={2000}
        first
        onChange={setReason}
      />
    </FormDialog>
  );
}
