import type { Instant } from "@tianyan/core";
import type { Block } from "../paper/paper";

export interface Author {
  readonly name: string;
  readonly at: Instant;
}

/** A run of a changed text: kept, or inserted or deleted by somebody. */
export interface TrackedRun {
  readonly text: string;
  readonly change: { readonly how: "inserted" | "deleted"; readonly by: Author } | null;
}

/** A block with its changes; `change` is that of the whole block where all of it came or went. */
export interface TrackedBlock {
  readonly type: Block["type"];
  readonly level: 1 | 2 | 3 | 4 | null;
  readonly change: TrackedRun["change"];
  readonly runs: readonly TrackedRun[];
}
