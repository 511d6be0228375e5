import { CHECK_KINDS, CHECK_TEXTS, type NewCheckInput } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { DateField, LineField, WordsField } from "../../../components/FormFields";
import { useLanguage } from "../../../i18n/use-language";
import { formatDate } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";

/** A check as it is typed. */
export type CheckDraft = Omit<NewCheckInput, "version">;

export const newCheck = (date: string): CheckDraft => ({ kind: "unannounced_visit", date, place: "", result: "" });

export const trimmedCheck = ({ place, result, ...check }: CheckDraft): CheckDraft => ({
  ...check,
  place: place.trim(),
  result: result.trim(),
});

/** Everything is said. */
export const isWholeCheck = (check: CheckDraft): boolean =>
  Object.values(trimmedCheck(check)).every((value) => value !== "");

export interface CheckFieldsProps {
  readonly check: CheckDraft;
  readonly first?: boolean;
  readonly onChange: (check: CheckDraft) => void;
}

/** What kind of check, when, where, with what result. */
export function CheckFields({ check, first = false, onChange }: CheckFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = formatDate(useNow());
  return (
    <>
      <Choice
        label={t("cases.checkKind")}
        labelShown
        value={check.kind}
        options={CHECK_KINDS.map((one) => ({ value: one, label: CHECK_TEXTS[one][language] }))}
        onChange={(kind) => onChange({ ...check, kind })}
      />
      <DateField
        label={t("cases.date")}
        value={check.date}
        max={today}
        onChange={(date) => onChange({ ...check, date })}
      />
      <LineField
        label={t("cases.place")}
        value={check.place}
        max={200}
        first={first}
        onChange={(place) => onChange({ ...check, place })}
      />
      <WordsField
        label={t("cases.result")}
        value={check.result}
        max={4000}
        onChange={(result) => onChange({ ...check, result })}
      />
    </>
  );
}
