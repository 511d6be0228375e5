import type { SurveyResult } from "../history/event";
import type { URGENCIES } from "../history/order";
import type { Level } from "../rules/finding";
import type { RuleId } from "../rules/ids";
import type { Outcome, TriageStatus } from "../triage/decision";

/** How many things are counted, of what an order went through by T. */
export const COUNTED = ["legs", "transfers", "returns", "rejected_returns", "extensions", "reopenings"] as const;
export type Counted = (typeof COUNTED)[number];

/** At least one of the two is there. */
export interface Range {
  readonly at_least?: number | undefined;
  readonly at_most?: number | undefined;
}

/** What is asked of a leg begun by T. */
export interface LegAsked {
  /** One of these, or a unit below one; empty: any. */
  readonly units: readonly string[];
  /** Working days that it was held, by its end or T. */
  readonly held?: Range | undefined;
  /** Not ended by T. */
  readonly holding?: boolean | undefined;
}

/** What is asked of a finding with a step by T; empty lists ask nothing. */
export interface FindingAsked {
  /** On the watchlist at T, or whatever became of it. */
  readonly view: "watchlist" | "all";
  readonly rules: readonly RuleId[];
  /** Reached at T. */
  readonly levels: readonly Level[];
  /** Named by T: one of these, or a unit below one. */
  readonly units: readonly string[];
  readonly statuses: readonly TriageStatus[];
  readonly outcomes: readonly (Outcome | "none")[];
  /** First step at or after, before (ISO instants). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A condition over an order at T. Where a list of findings is narrowed, what is asked of findings is asked of each finding itself. */
export type Condition = Group | Leaf;

export type Group =
  | { readonly is: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly is: "not"; readonly of: Condition };

export type Leaf =
  | { readonly is: "source" | "category" | "district"; readonly in: readonly string[] }
  | { readonly is: "urgency"; readonly in: readonly (typeof URGENCIES)[number][] }
  | { readonly is: "state"; readonly state: "open" | "done" }
  /** Accepted at or after, before (ISO instants). */
  | { readonly is: "accepted"; readonly from?: string | undefined; readonly to?: string | undefined }
  /** Working days since acceptance. */
  | ({ readonly is: "age" } & Range)
  /** Open, and due within so many working days after T, or so many past due. */
  | { readonly is: "due" | "overdue"; readonly days: number }
  | ({ readonly is: "count"; readonly what: Counted } & Range)
  /** What the citizen said last by T. */
  | { readonly is: "rating"; readonly in: readonly SurveyResult[] }
  /** Part of title or number. */
  | { readonly is: "text"; readonly has: string }
  | ({ readonly is: "leg"; readonly leg: LegAsked } & Range)
  | ({ readonly is: "finding"; readonly finding: FindingAsked } & Range);

export const LEAVES = [
  "source",
  "category",
  "district",
  "urgency",
  "state",
  "accepted",
  "age",
  "due",
  "overdue",
  "count",
  "rating",
  "text",
  "leg",
  "finding",
] as const satisfies readonly Leaf["is"][];

export const MOST_LEAVES = 30;
export const MOST_DEPTH = 5;

export const isGroup = (condition: Condition): condition is Group =>
  condition.is === "all" || condition.is === "any" || condition.is === "not";

const partsOf = (group: Group): readonly Condition[] => (group.is === "not" ? [group.of] : group.of);

/** All conditions of a tree that are no group, from left to right. */
export const leavesOf = (condition: Condition): readonly Leaf[] =>
  isGroup(condition) ? partsOf(condition).flatMap(leavesOf) : [condition];

/** 1 for a condition that is no group. */
export const depthOf = (condition: Condition): number =>
  isGroup(condition) ? 1 + Math.max(0, ...partsOf(condition).map(depthOf)) : 1;

/** The tree with each condition that is no group replaced. */
export function mapLeaves(condition: Condition, change: (leaf: Leaf) => Leaf): Condition {
  if (!isGroup(condition)) return change(condition);
  if (condition.is === "not") return { is: "not", of: mapLeaves(condition.of, change) };
  return { is: condition.is, of: condition.of.map((part) => mapLeaves(part, change)) };
}
