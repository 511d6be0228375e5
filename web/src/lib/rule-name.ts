import { RULE_TEXTS, type RuleId } from "@tianyan/core";
import type { Language } from "../i18n";

export const ruleName = (rule: RuleId, language: Language): string => RULE_TEXTS[rule].name[language];
