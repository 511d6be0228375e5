import type { ParametersDocument } from "@tianyan/api";
import { type Duration, isRuleId, type Level, OCCURRENCE_RULES, parseDuration } from "@tianyan/core";

/** What a step asks for, as the parameters have it. */
export type Threshold =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "run"; readonly count: number }
  | { readonly kind: "deadline"; readonly duration: Duration; readonly hops: number | null }
  | { readonly kind: "spent"; readonly duration: Duration }
  | null;

/** The threshold of one step of a rule; null where the step does not exist. */
export function thresholdOf(rule: string, level: Level, parameters: ParametersDocument): Threshold {
  const set = parameters.rules[rule];
  const step = set?.[level];
  if (!isRuleId(rule) || step === undefined || step === null) return null;
  if ((OCCURRENCE_RULES as readonly string[]).includes(rule)) {
    return { kind: rule === "hollow-progress" ? "run" : "count", count: Number(step) };
  }
  const duration = parseDuration(String(step));
  if (duration === null) return null;
  if (rule === "suspension-abuse") return { kind: "spent", duration };
  return { kind: "deadline", duration, hops: set?.hops?.[level] ?? null };
}
