import { DISCIPLINE_TEXTS, DISCIPLINES, SANCTION_TEXTS, SANCTIONS } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { FormDialog } from "../../../components/FormDialog";
import { DateField, LineField } from "../../../components/FormFields";
import { useLanguage } from "../../../i18n/use-language";
import { api } from "../../../lib/api";
import { formatDate } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";
import { useCaseChange } from "../api/cases";
import { firstUnit, UnitChoice } from "./UnitChoice";
import type { CaseDialogProps } from "./UnitsDialog";

const FORMS = ["1", "2", "3", "4"] as const;
const NO_SANCTION = "none";

/** Somebody who was dealt with: what was broken, by which of the four forms, decided when and by which paper. */
export function PersonDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [name, setName] = useState("");
  const [unit, setUnit] = useState(() => firstUnit(file));
  const [post, setPost] = useState("");
  const [discipline, setDiscipline] = useState<(typeof DISCIPLINES)[number]>("work");
  const [formOf, setFormOf] = useState<(typeof FORMS)[number]>("1");
  const [sanction, setSanction] = useState<(typeof SANCTIONS)[number] | typeof NO_SANCTION>("talk");
  const [decided, setDecided] = useState(() => formatDate(now));
  const [paper, setPaper] = useState("");
  const add = useCaseChange(file.id, () =>
    api.addCasePerson(file.id, {
      version: file.version,
      name: name.trim(),
      unit,
      post: post.trim(),
      discipline,
      form: Number(formOf),
      sanction: sanction === NO_SANCTION ? null : sanction,
      decided_on: decided,
      paper: paper.trim(),
    }),
  );
  const ready = [name, unit, post, decided, paper].every((text) => text.trim() !== "");
  return (
    <FormDialog
      title={t("cases.addPerson")}
      act={t("cases.record")}
      ready={ready}
      busy={add.isPending}
      error={add.error}
      testId="person-form"
      onAct={() => add.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t("cases.personNote")}</p>
      <LineField label={t("cases.name")} value={name} max={100} first onChange={setName} />
      <UnitChoice file={file} value={unit} onChange={setUnit} />
      <LineField label={t("cases.post")} value={post} max={100} onChange={setPost} />
      <Choice
        label={t("cases.discipline")}
        labelShown
        value={discipline}
        options={DISCIPLINES.map((one) => ({ value: one, label: DISCIPLINE_TEXTS[one][language] }))}
        onChange={setDiscipline}
      />
      <Choice
        label={t("cases.formOf")}
        labelShown
        value={formOf}
        options={FORMS.map((one) => ({ value: one, label: t(`cases.form.${one}`) }))}
        onChange={setFormOf}
      />
      <Choice
        label={t("cases.sanction")}
        labelShown
        value={sanction}
        options={[
          ...SANCTIONS.map((one) => ({ value: one, label: SANCTION_TEXTS[one][language] })),
          { value: NO_SANCTION, label: t("cases.noSanction") },
        ]}
        onChange={setSanction}
      />
      <DateField label={t("cases.decidedOn")} value={decided} onChange={setDecided} />
      <LineField label={t("cases.paperNumber")} value={paper} max={200} onChange={setPaper} />
    </FormDialog>
  );
}
