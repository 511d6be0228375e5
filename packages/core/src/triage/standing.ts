import type { Instant } from "../instant";
import { LEVELS, type Level } from "../rules/finding";
import type { DecisionFact, DecisionKind, Outcome, TriageStatus } from "./decision";

/** A finding as it stood at T, as far as decisions ask. */
export interface Reached {
  readonly level: Level | null;
  readonly events: number;
}

export interface Standing<D> {
  readonly status: TriageStatus;
  /** The latest that was found of it, whatever its status. */
  readonly outcome: Outcome | null;
  /** It was dismissed or watched, and came back. */
  readonly returned: boolean;
  /** The latest that counts; null: nobody decided. */
  readonly decision: D | null;
}

const rank = (level: Level | null): number => (level === null ? 0 : LEVELS.indexOf(level) + 1);

/**
 * A dismissal holds until a higher level is reached or the rule fires again; watching, until its instant or its level; the others until
 * something else is decided.
 */
export function holds({ kind, level, events, until }: DecisionFact, now: Reached, at: Instant): boolean {
  if (kind === "dismissed") return rank(now.level) <= rank(level) && now.events <= events;
  if (kind !== "watched" || until === null) return true;
  return typeof until === "number" ? at < until : rank(now.level) < rank(until);
}

const OUTCOME_OF: Readonly<Partial<Record<DecisionKind, Outcome>>> = {
  confirmed: "confirmed",
  dismissed: "dismissed",
  exempted: "exempt",
};

/** Where a finding stands at T, by the decisions that hang on it, in the order in which they were made. */
export function standingOf<D extends DecisionFact>(decisions: readonly D[], now: Reached, at: Instant): Standing<D> {
  const counting = decisions.filter((one) => one.at <= at && (one.undoneAt === null || one.undoneAt > at));
  const decision = counting.at(-1) ?? null;
  const outcomes = counting.flatMap(({ kind }) => OUTCOME_OF[kind] ?? []);
  const held = decision !== null && holds(decision, now, at);
  return {
    status: decision !== null && held ? decision.kind : "open",
    outcome: outcomes.at(-1) ?? null,
    returned: decision !== null && !held,
    decision,
  };
}
