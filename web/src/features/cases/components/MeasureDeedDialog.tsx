import type { CaseDetail, ChangeMeasureInput, MeasureItem } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { WordsField } from "../../../components/FormFields";
import { api } from "../../../lib/api";
import { useCaseChange } from "../api/cases";

/** A report is accepted or returned; later the measure held, or did not. */
export type MeasureDeed = "accepted" | "returned" | "held" | "not_held";

export interface MeasureDeedDialogProps {
  readonly file: CaseDetail;
  readonly measure: MeasureItem;
  readonly deed: MeasureDeed;
  readonly onClose: () => void;
}

function changeOf(deed: MeasureDeed, version: number, note: string): ChangeMeasureInput {
  return deed === "accepted" || deed === "returned"
    ? { act: "check", version, verdict: deed, note }
    : { act: "look_back", version, result: deed, note };
}

/** Says what was found of a measure, in words that are kept. */
export function MeasureDeedDialog({ file, measure, deed, onClose }: MeasureDeedDialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const change = useCaseChange(file.id, (said: string) =>
    api.changeCaseMeasure(file.id, measure.id, changeOf(deed, file.version, said)),
  );
  const said = note.trim();
  return (
    <FormDialog
      title={t(`measure.deed.${deed}`)}
      act={t(`measure.deed.${deed}`)}
      ready={said !== ""}
      busy={change.isPending}
      error={change.error}
      testId="measure-deed"
      onAct={() => change.mutate(said, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{measure.measure}</p>
      <WordsField label={t("measure.note")} value={note} max={2000} first onChange={setNote} />
    </FormDialog>
  );
}
