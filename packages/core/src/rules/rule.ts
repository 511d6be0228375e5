import type { Clock } from "../calendar/clock";
import type { EventKind, OrderEvent } from "../history/event";
import type { OrderAttributes } from "../history/order";
import type { Replay } from "../history/replay-types";
import type { Instant } from "../instant";
import type { CountRule, DeadlineRule } from "../parameters/parameters";
import type { Competence } from "../units";
import type { Measure, NamedUnit, Steps } from "./finding";
import type { ConditionRuleId, OccurrenceRuleId } from "./ids";

/** What every rule may look at: one history, the calendar, its parameters. Never what time it is. */
export interface Subject {
  readonly replay: Replay;
  readonly order: OrderAttributes;
  readonly clock: Clock;
  readonly competence: Competence;
}

/** Kinds a source must record for the rule to be measurable: of each list at least one. */
export type Needs = readonly (readonly EventKind[])[];

/** One time that something happened; the k-th reaches the k-th step. */
export interface Occurrence {
  readonly at: Instant;
  readonly event: OrderEvent;
  /** The unit that the finding is about, for rules per order and unit; else null. */
  readonly unit: string | null;
  /** Whom it names, and since when. Rules per order and unit name that unit. */
  readonly names: readonly NamedUnit[];
  readonly provisional?: boolean;
  /** Where a run of events counts, all of it so far, `event` last. */
  readonly run?: readonly OrderEvent[];
}

export interface OccurrenceRule {
  readonly id: OccurrenceRuleId;
  readonly type: "occurrence";
  readonly per: "order" | "unit";
  readonly needs: Needs;
  /** In replay order. */
  occurrences(subject: Subject, parameters: CountRule): Iterable<Occurrence>;
  /** Figures for the evidence sentence beside the count. */
  measure?(subject: Subject, counted: readonly Occurrence[]): Measure;
}

/** A state that lasts from its start until it clears. */
export interface Condition {
  readonly startEvent: OrderEvent;
  readonly clearedAt: Instant | null;
  readonly steps: Steps;
  readonly provisional: boolean;
  /** Whom it names, as known at its first step. */
  units(firstStep: Instant): Iterable<string>;
  /** Events beside the one that starts it, up to the first step, in replay order. */
  alsoCounts?(firstStep: Instant): readonly OrderEvent[];
  measure(): Measure;
}

export interface ConditionRule {
  readonly id: ConditionRuleId;
  readonly type: "condition";
  readonly needs: Needs;
  conditions(subject: Subject, parameters: DeadlineRule): Iterable<Condition>;
}

export type Rule = OccurrenceRule | ConditionRule;

/** An occurrence that names the unit it is about. */
export const ofUnit = (event: OrderEvent, unit: string, provisional = false): Occurrence => ({
  at: event.at,
  event,
  unit,
  names: [{ unit, since: event.at }],
  provisional,
});

/** An occurrence of the order, naming `units` from its own instant on. */
export const ofOrder = (event: OrderEvent, units: Iterable<string>): Occurrence => ({
  at: event.at,
  event,
  unit: null,
  names: [...units].map((unit) => ({ unit, since: event.at })),
});
