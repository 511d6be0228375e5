import type { Instant } from "../instant";
import type { RuleId } from "./ids";

export const LEVELS = ["yellow", "orange", "red"] as const;
export type Level = (typeof LEVELS)[number];

/** The instants at which a finding reaches each level; null where it never does. */
export type Steps = Readonly<Record<Level, Instant | null>>;

/** The figures of the evidence sentence: counts, instants (ms), durations (ms), words. */
export type Measure = Readonly<Record<string, number | string | readonly string[] | null>>;

/** A unit named by a finding, and since when: units of an occurrence only grow. */
export interface NamedUnit {
  readonly unit: string;
  readonly since: Instant;
}

/** What a rule says about one order, as an interval with steps; it holds for every instant at once. */
export interface Finding {
  readonly rule: RuleId;
  readonly steps: Steps;
  /** Null: never clears, or has not cleared in the history seen. Occurrences never clear. */
  readonly clearedAt: Instant | null;
  /** Sorted by code point. */
  readonly units: readonly NamedUnit[];
  /** Refs of the events that count, in replay order. */
  readonly events: readonly string[];
  /** Per rule and unit: that unit; else null. */
  readonly keyUnit: string | null;
  /** Of a condition: the ref of the event that starts it; else null. */
  readonly keyEvent: string | null;
  /** A step used a day of which no official calendar is published yet. */
  readonly provisional: boolean;
  /** The order's demand class is not normal at the end of the history judged. */
  readonly exempt: boolean;
  readonly measure: Measure;
}

/** Identity of a finding within its order: `rule|unit or empty|start event or empty`. */
export const findingKey = (finding: Pick<Finding, "rule" | "keyUnit" | "keyEvent">): string =>
  `${finding.rule}|${finding.keyUnit ?? ""}|${finding.keyEvent ?? ""}`;

/** The first step in time, or null where there is none. */
export function firstStep(steps: Steps): Instant | null {
  let first: Instant | null = null;
  for (const level of LEVELS) {
    const at = steps[level];
    if (at !== null && (first === null || at < first)) first = at;
  }
  return first;
}

/** The highest level reached at `at`, whether the finding is still active or not. */
export function levelAt(steps: Steps, at: Instant): Level | null {
  for (const level of ["red", "orange", "yellow"] as const) {
    const step = steps[level];
    if (step !== null && step <= at) return level;
  }
  return null;
}

export const activeAt = (finding: Pick<Finding, "steps" | "clearedAt">, at: Instant): boolean =>
  levelAt(finding.steps, at) !== null && (finding.clearedAt === null || at < finding.clearedAt);
