import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import dialog from "../../../components/change-dialog.module.css";
import { FacetFilter } from "../../../components/FacetFilter";
import { FormDialog } from "../../../components/FormDialog";
import { LineField, WordsField } from "../../../components/FormFields";
import { api } from "../../../lib/api";
import { formatDate } from "../../../lib/time";
import { unitNamer } from "../../../lib/unit-namer";
import { useNow } from "../../../lib/use-clock";
import { useUnitChoices } from "../api/cases";
import { CheckFields, isWholeCheck, newCheck, trimmedCheck } from "./CheckFields";
import styles from "./cases.module.css";

export interface OpenCaseDialogProps {
  readonly onOpened: (id: string) => void;
  readonly onClose: () => void;
}

/** A case opened from a check, or by hand; from findings it is opened on the watchlist. */
export function OpenCaseDialog({ onOpened, onClose }: OpenCaseDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const now = useNow();
  const units = useUnitChoices();
  const [from, setFrom] = useState<"check" | "hand">("check");
  const [title, setTitle] = useState("");
  const [note, setNote] = useState("");
  const [check, setCheck] = useState(() => newCheck(formatDate(now)));
  const [chosen, setChosen] = useState<string[]>([]);
  const open = useMutation({
    mutationFn: () =>
      api.openCase({
        title: title.trim(),
        note: note.trim(),
        units: chosen,
        check: from === "check" ? trimmedCheck(check) : null,
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["cases"] });
      onOpened(id);
    },
  });
  return (
    <FormDialog
      title={t("cases.open")}
      act={t("cases.open")}
      ready={title.trim() !== "" && chosen.length > 0 && (from !== "check" || isWholeCheck(check))}
      busy={open.isPending}
      error={open.error}
      testId="open-form"
      onAct={() => open.mutate()}
      onClose={onClose}
    >
      <p>{t("cases.openText")}</p>
      <Choice
        label={t("cases.openFrom")}
        labelShown
        value={from}
        options={[
          { value: "check", label: t("cases.fromCheck") },
          { value: "hand", label: t("cases.byHand") },
        ]}
        onChange={setFrom}
        testId="open-from"
      />
      <LineField label={t("triage.case.name")} value={title} max={200} first onChange={setTitle} />
      <div className={dialog.framed}>
        <span className={styles.quiet}>{t("cases.concerned")}</span>
        <FacetFilter
          name="case-units"
          label={t("cases.unit")}
          options={(units.data?.units ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          chosen={chosen}
          onChange={setChosen}
        />
        {chosen.length > 1 && <p>{chosen.map(unitNamer(units.data?.units ?? [])).join(t("list.comma"))}</p>}
      </div>
      {from === "check" && <CheckFields check={check} onChange={setCheck} />}
      <WordsField label={t("cases.note")} value={note} max={2000} onChange={setNote} />
    </FormDialog>
  );
}
