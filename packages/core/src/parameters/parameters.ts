import type { Level } from "../rules/finding";
import type { ConditionRuleId, OccurrenceRuleId } from "../rules/ids";
import type { Duration } from "./duration";

export type CalendarName = "cn" | "weekdays" | "every-day";

/** k-th time at which each level is reached; null: the level does not exist. */
export type CountSteps = Readonly<Record<Level, number | null>>;
/** Distance from the start at which each level is reached; null: the level does not exist. */
export type DeadlineSteps = Readonly<Record<Level, Duration | null>>;

export interface CountRule {
  readonly enabled: boolean;
  readonly steps: CountSteps;
  /** late-return: the time allowed; instant-completion: the time that is too short. */
  readonly within: Duration | null;
}

export interface DeadlineRule {
  readonly enabled: boolean;
  readonly steps: DeadlineSteps;
  /** circulation: the k-th hand-off that reaches each level. */
  readonly hops: CountSteps | null;
}

export type RuleParameters = Readonly<Record<OccurrenceRuleId, CountRule> & Record<ConditionRuleId, DeadlineRule>>;

export interface Sla {
  /** Time allowed by sla_class, urgency or order_type; `default` and `rework` are always there. */
  readonly table: Readonly<Record<string, Duration>> & { readonly default: Duration; readonly rework: Duration };
  readonly pauseWhenSuspended: boolean;
}

/** Everything that decides how a history is judged, as one versioned document (domain.md, Parameters). */
export interface Parameters {
  readonly rules: RuleParameters;
  readonly sla: Sla;
  /** Office hours of a working day as minutes after midnight, ascending, apart. */
  readonly officeHours: readonly (readonly [from: number, to: number])[];
  readonly zone: string;
  readonly calendar: CalendarName;
  /** Dates (`2026-10-08`) that are worked or off whatever the calendar `cn` says; absent: none. */
  readonly workdays?: Readonly<Record<string, boolean>>;
  /** As written: codes, names or aliases; the first is the chief. */
  readonly centres: readonly string[];
}
