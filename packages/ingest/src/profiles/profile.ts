import type { EventKind } from "@tianyan/core";
import type { OrderState } from "../rows/row";

/** One header, or several whose values are joined by `/` (a category's by `>`). */
export type ColumnSpec = readonly string[];

/** How the dates of a source are written beside ISO 8601; anything but the three words is a date-fns pattern. */
export type DateOrder = "iso" | "dmy" | "mdy" | { readonly pattern: string };

interface ProfileBase {
  /** Code of the source, unique. */
  readonly source: string;
  readonly name: string;
  readonly dates: DateOrder;
  readonly newestFirst: boolean;
  /** Values that mean nothing is there. */
  readonly empty: ReadonlySet<string>;
  /** Canonical column to header. Null: the built-in headers, English or Chinese. */
  readonly orders: Readonly<Record<string, ColumnSpec>> | null;
  readonly events: Readonly<Record<string, ColumnSpec>> | null;
  /** Kinds that the source records; null where it does not say. */
  readonly records: ReadonlySet<EventKind> | null;
  /** `zone`, `calendar`, `rules`, `sla` of the source, to be laid over the rules document by `parseParameters(doc, base)`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface EventProfile extends ProfileBase {
  readonly shape: "event";
  /** Words of the source to kinds; other words are read as in the canonical tables. */
  readonly kinds: ReadonlyMap<string, readonly EventKind[]>;
}
export interface StateProfile extends ProfileBase {
  readonly shape: "state";
  /** Null: `ignore`. */
  readonly states: ReadonlyMap<string, OrderState | null>;
}
export interface StepProfile extends ProfileBase {
  readonly shape: "step";
  readonly outcomes: ReadonlyMap<string, readonly EventKind[]>;
}
export type Profile = EventProfile | StateProfile | StepProfile;
