import { Button } from "@mantine/core";
import type { PaperDetail, Receipt, ReceiptActInput } from "@tianyan/api";
import { instant, RECEIPT_STATE_TEXTS } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import { ErrorState } from "../../../components/PageState";
import { useLanguage } from "../../../i18n/use-language";
import { useNumber } from "../../../i18n/use-number";
import { api } from "../../../lib/api";
import { formatInstant } from "../../../lib/time";
import { useMay } from "../../../lib/use-meta";
import { usePaperChange } from "../api/papers";
import styles from "./papers.module.css";

/** The units that the paper is with, by when each replies, and what came back. */
export function Receipts({ paper }: { readonly paper: PaperDetail }) {
  const { t } = useTranslation();
  if (paper.receipts.length === 0) return null;
  return (
    <section aria-labelledby="paper-receipts">
      <h2 id="paper-receipts">{t("papers.receipts")}</h2>
      <ul className={styles.list}>
        {paper.receipts.map((receipt) => (
          <ReceiptLine key={receipt.id} paper={paper} receipt={receipt} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly paper: PaperDetail;
  readonly receipt: Receipt;
}

function ReceiptLine({ paper, receipt }: LineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = useNumber();
  const { state, due_on: due } = receipt;
  return (
    <li data-testid="receipt">
      <b>{receipt.unit.name}</b>{" "}
      {state !== null && <span data-testid="receipt-state">{RECEIPT_STATE_TEXTS[state][language]}</span>}
      {receipt.served_at !== null && (
        <p className={styles.quiet}>
          {t("papers.servedAt", { at: formatInstant(instant(Date.parse(receipt.served_at))) })}
          {receipt.reminded > 0 && ` · ${t("papers.reminded", { n: number(receipt.reminded) })}`}
        </p>
      )}
      {state !== null && state !== "replied" && (
        <p className={receipt.overdue ? styles.late : undefined}>
          {due === null ? t("papers.noReply") : t("papers.dueOn", { date: due })}
        </p>
      )}
      {receipt.returned !== null && <p>{t("papers.returned", { reason: receipt.returned })}</p>}
      {state === "replied" && (
        <p>
          {receipt.reply}{" "}
          <small className={styles.quiet}>
            {t("papers.by", { name: receipt.replied_by ?? "", date: receipt.replied_on ?? "" })}
          </small>
        </p>
      )}
      {paper.state === "issued" && <ReceiptActs paper={paper} receipt={receipt} />}
    </li>
  );
}

/** What the unit does, and what the liaison officer does for it. */
function ReceiptActs({ paper, receipt }: LineProps) {
  const { t } = useTranslation();
  const unit = useMay("cases.report");
  const liaison = useMay("papers.templates");
  const [dialog, setDialog] = useState<"reply" | "return" | null>(null);
  const act = usePaperChange((given: ReceiptActInput) => api.actOnReceipt(paper.id, receipt.id, given));
  const asked = receipt.due_on !== null;
  const open = receipt.state === "served" || receipt.state === "acknowledged";
  return (
    <div className={styles.buttons}>
      {unit && receipt.state === "served" && (
        <Button
          size="compact-sm"
          loading={act.isPending}
          onClick={() => act.mutate({ action: "acknowledge" })}
          data-testid="acknowledge"
        >
          {t("papers.acknowledge")}
        </Button>
      )}
      {(unit || liaison) && open && asked && paper.kind !== null && (
        <Button size="compact-sm" variant="default" onClick={() => setDialog("reply")} data-testid="reply">
          {t(unit ? "papers.reply" : "papers.recordReply")}
        </Button>
      )}
      {liaison && open && asked && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => act.mutate({ action: "remind" })}
          data-testid="remind"
        >
          {t("papers.remind")}
        </Button>
      )}
      {liaison && receipt.state === "replied" && asked && (
        <Button size="compact-sm" variant="default" onClick={() => setDialog("return")} data-testid="return">
          {t("papers.returnReply")}
        </Button>
      )}
      {act.error && <ErrorState error={act.error} />}
      {dialog && <ReceiptDialog paper={paper} receipt={receipt} about={dialog} onClose={() => setDialog(null)} />}
    </div>
  );
}

interface DialogProps extends LineProps {
  readonly about: "reply" | "return";
  readonly onClose: () => void;
}

function ReceiptDialog({ paper, receipt, about, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [days, setDays] = useState("5");
  const act = usePaperChange((given: ReceiptActInput) => api.actOnReceipt(paper.id, receipt.id, given));
  const said = words.trim();
  const workingDays = Number(days);
  const name = t(about === "reply" ? "papers.reply" : "papers.returnReply");
  const given: ReceiptActInput =
    about === "reply"
      ? { action: "reply", reply: said }
      : { action: "return_reply", reason: said, working_days: workingDays };
  return (
    <FormDialog
      title={`${name} ${paper.number ?? ""}`}
      act={name}
      ready={said !== "" && (about === "reply" || (workingDays >= 1 && workingDays <= 250))}
      busy={act.isPending}
      error={act.error}
      testId="receipt-form"
      onAct={() => act.mutate(given, { onSuccess: onClose })}
      onClose={onClose}
    >
      <WordsField
        label={t(about === "reply" ? "papers.replyWords" : "papers.reasonNeeded")}
        value={words}
        max={about === "reply" ? 4000 : 2000}
        first
        onChange={setWords}
      />
      {about === "return" && (
        <label>
          {t("papers.newDays")}
          <input
            type="number"
            min={1}
            max={250}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
        </label>
      )}
    </FormDialog>
  );
}
