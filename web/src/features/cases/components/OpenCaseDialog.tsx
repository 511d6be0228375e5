import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import dialog from "../../../components/change-dialog.module.css";
import { FacetFilter } from "../../../components/FacetFilter";
import { FormDialog } from "../../../components/FormDialog";
import { LineField, WordsField } from "../../../components/FormFields";
import { api } from "../../../lib/api";
import { useUnitChoices } from "../api/cases";

export interface OpenCaseDialogProps {
  readonly onOpened: (id: string) => void;
  readonly onClose: () => void;
}

/** A case opened by hand; what it concerns is added on its page, or comes with findings of the watchlist. */
export function OpenCaseDialog({ onOpened, onClose }: OpenCaseDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const units = useUnitChoices();
  const [title, setTitle] = useState("");
  const [note, setNote] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const open = useMutation({
    mutationFn: () => api.openCase({ title: title.trim(), note: note.trim(), units: chosen }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["cases"] });
      onOpened(id);
    },
  });
  return (
    <FormDialog
      title={t("cases.open")}
      act={t("cases.open")}
      ready={title.trim() !== "" && chosen.length > 0}
      busy={open.isPending}
      error={open.error}
      testId="open-form"
      onAct={() => open.mutate()}
      onClose={onClose}
    >
      <p>{t("cases.openText")}</p>
      <LineField label={t("triage.case.name")} value={title} max={200} first onChange={setTitle} />
      <div className={dialog.framed}>
        <FacetFilter
          name="case-units"
          label={t("cases.unit")}
          options={(units.data?.units ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          chosen={chosen}
          onChange={setChosen}
        />
      </div>
      <WordsField label={t("cases.note")} value={note} max={2000} onChange={setNote} />
    </FormDialog>
  );
}
