import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { DraftPaperInput } from "@tianyan/api";
import { hasEnded, PAPER_KIND_TEXTS, PAPER_KINDS, type PaperKind } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { FormDialog } from "../../../components/FormDialog";
import { useLanguage } from "../../../i18n/use-language";
import { api } from "../../../lib/api";
import { useMay } from "../../../lib/use-meta";
import { useCaseOfPaper, usePaperChange } from "../api/papers";

export interface DraftButtonProps {
  readonly caseId: string;
  /** The paper that is to be corrected, in a paper of its kind. */
  readonly corrects?: { readonly id: string; readonly kind: PaperKind };
}

/** Drafts a paper from a case, for who may and while the case has not ended. */
export function DraftButton({ caseId, corrects }: DraftButtonProps) {
  const { t } = useTranslation();
  const mayWrite = useMay("papers.write");
  const file = useCaseOfPaper(caseId);
  const [opened, setOpened] = useState(false);
  if (!mayWrite || !file.data || hasEnded(file.data.stage)) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)} data-testid="draft-paper">
        {t(corrects ? "papers.correct" : "papers.draft")}
      </Button>
      {opened && (
        <DraftDialog caseId={caseId} units={file.data.units} corrects={corrects} onClose={() => setOpened(false)} />
      )}
    </>
  );
}

interface DraftDialogProps {
  readonly caseId: string;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly corrects: DraftButtonProps["corrects"];
  readonly onClose: () => void;
}

function DraftDialog({ caseId, units, corrects, onClose }: DraftDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const [kind, setKind] = useState<PaperKind>(corrects?.kind ?? "supervision_order");
  const [chosen, setChosen] = useState<readonly string[]>(units.length === 1 ? units.map(({ code }) => code) : []);
  const [days, setDays] = useState("5");
  const draft = usePaperChange((given: DraftPaperInput) => api.draftPaper(given));
  const replyDays = days.trim() === "" ? null : Number(days);
  const given: DraftPaperInput = {
    case: caseId,
    kind,
    units: [...chosen],
    reply_working_days: replyDays,
    corrects: corrects?.id ?? null,
  };
  return (
    <FormDialog
      title={t(corrects ? "papers.correct" : "papers.draft")}
      act={t(corrects ? "papers.correct" : "papers.draft")}
      ready={chosen.length > 0 && (replyDays === null || (replyDays >= 1 && replyDays <= 250))}
      busy={draft.isPending}
      error={draft.error}
      testId="draft-form"
      onAct={() => draft.mutate(given, { onSuccess: ({ id }) => void navigate({ to: "/papers/$id", params: { id } }) })}
      onClose={onClose}
    >
      <p>{t("papers.draftText")}</p>
      <Choice
        label={t("papers.kind")}
        labelShown
        value={kind}
        options={PAPER_KINDS.map((value) => ({ value, label: PAPER_KIND_TEXTS[value][language] }))}
        onChange={setKind}
        disabled={corrects !== undefined}
        testId="kind"
      />
      <fieldset>
        <legend>{t("papers.units")}</legend>
        {units.map(({ code, name }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
              }
            />{" "}
            {name}
          </label>
        ))}
      </fieldset>
      <label>
        {t("papers.replyDays")}
        <input type="number" min={1} max={250} value={days} onChange={(event) => setDays(event.currentTarget.value)} />
      </label>
    </FormDialog>
  );
}
