/** Rules that record that something happened; their findings never clear. */
export const OCCURRENCE_RULES = [
  "rejected-returns",
  "repeated-returns",
  "late-return",
  "ping-pong",
  "shifting-reasons",
  "unverified-return",
  "wrongful-return",
  "belied-return",
  "wrong-dispatch",
  "repeated-extensions",
  "late-extension",
  "reopened",
  "unverified-completion",
  "instant-completion",
  "hollow-progress",
] as const;

/** Rules that hold while a state lasts. */
export const CONDITION_RULES = [
  "undispatched",
  "unsigned",
  "uncontacted",
  "inaction",
  "circulation",
  "overdue",
  "long-open",
  "suspension-abuse",
  "dissatisfied",
] as const;

export const RULES = [...OCCURRENCE_RULES, ...CONDITION_RULES] as const;

export type OccurrenceRuleId = (typeof OCCURRENCE_RULES)[number];
export type ConditionRuleId = (typeof CONDITION_RULES)[number];
export type RuleId = (typeof RULES)[number];

export const isRuleId = (word: string): word is RuleId => (RULES as readonly string[]).includes(word);
