import type { CaseDetail } from "@tianyan/api";
import { hasEnded } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { usePostName } from "../../../lib/use-post-name";
import { useCaseChange, useColleagues } from "../api/cases";
import styles from "./cases.module.css";

/** Who has the case; who may, gives it to somebody else. */
export function Assignee({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const mayWrite = useMay("cases.write");
  const [asking, setAsking] = useState(false);
  return (
    <span data-testid="assignee">
      {file.assignee ? t("cases.assignee", { name: file.assignee.name }) : t("cases.nobody")}{" "}
      {mayWrite && !hasEnded(file.stage) && (
        <button type="button" className={styles.textButton} onClick={() => setAsking(true)} data-testid="assign">
          {t(file.assignee ? "cases.handOver" : "cases.assign")}
        </button>
      )}
      {asking && <AssignDialog file={file} onClose={() => setAsking(false)} />}
    </span>
  );
}

function AssignDialog({ file, onClose }: { readonly file: CaseDetail; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const postName = usePostName();
  const colleagues = useColleagues();
  const [account, setAccount] = useState("");
  const [reason, setReason] = useState("");
  const assign = useCaseChange(file.id, () =>
    api.assignCase(file.id, { version: file.version, account, reason: reason.trim() }),
  );
  const others = (colleagues.data?.items ?? []).filter((one) => one.account !== file.assignee?.account);
  const needed = file.assignee !== null;
  return (
    <FormDialog
      title={t(file.assignee ? "cases.handOver" : "cases.assign")}
      act={t(file.assignee ? "cases.handOver" : "cases.assign")}
      ready={account !== "" && (!needed || reason.trim() !== "")}
      busy={assign.isPending}
      error={assign.error}
      testId="assign-form"
      onAct={() => assign.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Choice
        label={t("cases.to")}
        labelShown
        value={account}
        options={[
          { value: "", label: t("cases.choose") },
          ...others.map((one) => ({
            value: one.account,
            label: `${one.name}（${one.posts.map(postName).join(t("list.comma"))}）`,
          })),
        ]}
        onChange={setAccount}
        testId="colleague"
      />
      <WordsField
        label={t(needed ? "cases.reasonNeeded" : "cases.reason")}
        value={reason}
        max={2000}
        onChange={setReason}
      />
    </FormDialog>
  );
}
