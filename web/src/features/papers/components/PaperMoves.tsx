import { Button } from "@mantine/core";
import type { PaperDetail } from "@tianyan/api";
import { PAPER_ACTION_TEXTS, type PaperAction } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import { useLanguage } from "../../../i18n/use-language";
import { api } from "../../../lib/api";
import { usePaperChange } from "../api/papers";
import styles from "./papers.module.css";

type Move = PaperDetail["moves"][number];

/** Where the paper can go next, and what stands in the way; what other posts do is said and not offered. */
export function PaperMoves({ paper }: { readonly paper: PaperDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, setAsked] = useState<PaperAction | null>(null);
  const open = paper.moves.find(({ action }) => action === asked);
  const mine = paper.moves.filter((move) => move.mine);
  // Of a text that has to be put right each place is told below.
  const told = mine.flatMap(({ refusals }) => refusals);
  const refusals = [...new Map(told.map((refusal) => [refusal.code, refusal])).values()];
  if (paper.moves.length === 0) return null;
  return (
    <section aria-label={t("papers.next")} data-testid="moves">
      <div className={styles.buttons}>
        {mine.map((move) => (
          <Button
            key={move.action}
            size="compact-sm"
            variant={move.reason_required || move.refusals.length > 0 ? "default" : "filled"}
            disabled={move.refusals.length > 0}
            onClick={() => setAsked(move.action)}
            data-testid={`move-${move.action}`}
          >
            {PAPER_ACTION_TEXTS[move.action][language]}
          </Button>
        ))}
        {mine.length === 0 && <span className={styles.quiet}>{t("papers.notYours")}</span>}
      </div>
      {refusals.length > 0 && (
        <ul className={styles.problems}>
          {refusals.map((refusal) => (
            <li key={refusal.code}>{refusal[language]}</li>
          ))}
        </ul>
      )}
      {open && <MoveDialog paper={paper} move={open} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface MoveDialogProps {
  readonly paper: PaperDetail;
  readonly move: Move;
  readonly onClose: () => void;
}

function MoveDialog({ paper, move, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const said = reason.trim();
  const act = usePaperChange((why: string) =>
    api.actOnPaper(paper.id, { action: move.action, version: paper.version, reason: why }),
  );
  const name = PAPER_ACTION_TEXTS[move.action][language];
  return (
    <FormDialog
      title={name}
      act={name}
      ready={!move.reason_required || said !== ""}
      busy={act.isPending}
      error={act.error}
      testId="move"
      onAct={() => act.mutate(said, { onSuccess: onClose })}
      onClose={onClose}
    >
      <WordsField
        label={t(move.reason_required ? "papers.reasonNeeded" : "papers.reason")}
        value={reason}
        max={2000}
        first
        onChange={setReason}
      />
    </FormDialog>
  );
}
