import type { EventKind, RuleId } from "@tianyan/core";
import { DEMAND_CLASSES, type Duration, ORDER_TYPES, parseDuration, SURVEY_RESULTS, URGENCIES } from "@tianyan/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ruleName } from "../lib/rule-name";
import { useLanguage } from "./use-language";

const oneOf = <T extends string>(words: readonly T[], word: string): word is T =>
  (words as readonly string[]).includes(word);

/** The field's codes in words; a source's own word that no code stands for is shown as it is. */
export function useWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(
    () => ({
      kind: (kind: EventKind) => t(`kind.${kind}`),
      rule: (rule: RuleId) => ruleName(rule, language),
      orderType: (type: string) => (oneOf(ORDER_TYPES, type) ? t(`orderType.${type}`) : type),
      urgency: (urgency: string) => (oneOf(URGENCIES, urgency) ? t(`urgency.${urgency}`) : urgency),
      demandClass: (word: string) => (oneOf(DEMAND_CLASSES, word) ? t(`demandClass.${word}`) : word),
      /** Results of surveys, ratings and classifications. */
      result: (word: string) => {
        if (oneOf(SURVEY_RESULTS, word)) return t(`result.${word}`);
        if (oneOf(DEMAND_CLASSES, word)) return t(`demandClass.${word}`);
        return /^[1-5]$/.test(word) ? t("result.stars", { n: word }) : word;
      },
      duration: ({ amount, unit }: Duration) => t(`duration.${unit}`, { count: amount }),
      /** `8wh`, as the parameters write it. */
      durationText: (text: string) => {
        const parsed = parseDuration(text);
        return parsed === null ? text : t(`duration.${parsed.unit}`, { count: parsed.amount });
      },
    }),
    [t, language],
  );
}
