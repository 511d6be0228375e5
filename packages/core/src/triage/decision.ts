import type { Instant } from "../instant";
import type { Level } from "../rules/finding";

/** What people decide about a finding. `exempted` follows from an explanation that was accepted. */
export const DECISION_KINDS = ["taken", "watched", "dismissed", "confirmed", "exempted"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Why a finding is dismissed. */
export const DISMISS_REASONS = [
  "duplicate_of_case",
  "within_discretion",
  "data_error",
  "unit_explained",
  "minor",
  "other",
] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** Where a finding stands at T: `open` is what nobody decided about, or what came back. */
export const TRIAGE_STATUSES = ["open", "taken", "watched", "dismissed", "confirmed", "exempted", "in_case"] as const;
export type TriageStatus = (typeof TRIAGE_STATUSES)[number];

/** Out of the watchlist (domain.md, the watchlist at T), unless asked for. */
const SETTLED_STATUSES = ["watched", "dismissed", "exempted", "in_case"] as const satisfies readonly TriageStatus[];

export const isSettled = (status: TriageStatus): boolean => (SETTLED_STATUSES as readonly string[]).includes(status);

/** What was found of a finding when it was looked into; apart from where it stands. */
export const OUTCOMES = ["confirmed", "dismissed", "exempt"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A decision as far as time acts on it. */
export interface DecisionFact {
  readonly kind: DecisionKind;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
  /** How far the finding had come. */
  readonly level: Level | null;
  /** How many events counted for it. */
  readonly events: number;
  /** Of `watched`: until then, or until that level is reached. */
  readonly until: Instant | Level | null;
}
