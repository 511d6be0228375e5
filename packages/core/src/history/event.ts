import type { Instant } from "../instant";

export const EVENT_KINDS = [
  "accepted",
  "dispatched",
  "transferred",
  "assisted",
  "signed",
  "return_requested",
  "return_approved",
  "return_rejected",
  "recalled",
  "extension_requested",
  "extension_approved",
  "extension_rejected",
  "suspended",
  "resumed",
  "contacted",
  "visited",
  "progressed",
  "replied",
  "completed",
  "closed",
  "surveyed",
  "rated",
  "urged",
  "supervised",
  "noted",
  "classified",
  "reopened",
  "withdrawn",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export const isEventKind = (word: string): word is EventKind => (EVENT_KINDS as readonly string[]).includes(word);

/** Results of `surveyed` and `rated` in words; a rating from "1" to "5" is kept as its digit. */
export const SURVEY_RESULTS = ["satisfied", "basically_satisfied", "dissatisfied", "unresolved", "unreached"] as const;
export type SurveyResult = (typeof SURVEY_RESULTS)[number];

/**
 * One thing that happened to an order. Texts that a source leaves empty are null.
 * Units are codes: names and aliases were resolved before.
 */
export interface OrderEvent {
  /** The event id of the source, else `#n` with n the data row of the file, from 1. Several events of one row share it. */
  readonly ref: string;
  /** True where `ref` is an id of the source: such rows can be corrected by a later one of the same id. */
  readonly hasId: boolean;
  readonly at: Instant;
  /** Order of the rows in the source; ties in `at` are replayed by it. A later position was recorded later. */
  readonly position: number;
  /** Place among the events made of the same row. */
  readonly part: number;
  readonly kind: EventKind;
  readonly unit: string | null;
  readonly toUnit: string | null;
  readonly reasonCode: string | null;
  readonly text: string | null;
  readonly operator: string | null;
  readonly result: string | null;
  readonly dueAt: Instant | null;
}
