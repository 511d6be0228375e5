import { CHECK_TEXTS, DISCIPLINE_TEXTS, SANCTION_TEXTS } from "@tianyan/api";
import { CASE_ACTION_TEXTS, CASE_STAGE_TEXTS, type Language } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { bytes } from "../../../lib/bytes";
import { unitNamer } from "../../../lib/unit-namer";
import { useUnitChoices } from "../api/cases";

interface Named {
  readonly code: string;
  readonly name: string;
}

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Fields that hold codes, and the words of each. */
const CODES: Readonly<Record<string, Texts>> = {
  stage: CASE_STAGE_TEXTS,
  action: CASE_ACTION_TEXTS,
  kind: CHECK_TEXTS,
  discipline: DISCIPLINE_TEXTS,
  sanction: SANCTION_TEXTS,
};

/** Fields of a timeline and their values in words; a field without words is not for people, and has no label. */
export function useFieldWords(units: readonly Named[]) {
  const known = useUnitChoices();
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const word = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (Array.isArray(value))
      return value
        .map((one) => word(field, one))
        .filter(Boolean)
        .join(t("list.comma"));
    if (typeof value === "object") {
      const named = value as { readonly name?: unknown; readonly order_id?: unknown };
      return String(named.name ?? named.order_id ?? "");
    }
    const text = String(value);
    if (field === "unit" || field === "units") return unitNamer([...units, ...(known.data?.units ?? [])])(text);
    if (field === "size") return bytes(Number(value));
    const key = `cases.value.${field}.${text}`;
    return CODES[field]?.[text]?.[language] ?? (i18n.exists(key) ? t(key as "cases.value.state.asked") : text);
  };
  return {
    label: (field: string): string | null => {
      const key = `cases.field.${field}`;
      return i18n.exists(key) ? t(key as "cases.field.stage") : null;
    },
    value: word,
  };
}
