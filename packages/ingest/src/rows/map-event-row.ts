import { DAY, type EventKind, type Instant, isEventKind, readKind, zone } from "@tianyan/core";
import { dateFormsOf } from "../dates/detect-form";
import { createInstantReader, type ReadInstant } from "../dates/read-instant";
import type { Profile } from "../profiles/profile";
import type { RawRow } from "../readers/reader";
import type { ColumnPlan } from "./column-plan";
import { remember } from "./compact";
import { createReject, type Reject, type RejectReason } from "./reject";
import { isRounded } from "./rounded";
import type { MappedRow, OrderState } from "./row";
import type { ReadOptions } from "./table";

/** What one row of an events file means, or why it cannot be used. */
export type MapEventRow = (
  raw: RawRow,
) => { readonly row: MappedRow; readonly reject: null } | { readonly row: null; readonly reject: Reject };

/** Thrown within a row, caught where the row ends. */
class Unusable {
  readonly column: string;
  readonly value: string;
  readonly reason: RejectReason;

  constructor(column: string, value: string, reason: RejectReason) {
    this.column = column;
    this.value = value;
    this.reason = reason;
  }
}

interface Places {
  readonly of: (column: string) => number;
}

/** What a profile maps a word to; of a word made of several columns, empty parts may be left out in the profile. */
function mapped<T>(words: ReadonlyMap<string, T>, word: string): T | undefined {
  const direct = words.get(word);
  if (direct !== undefined || !word.includes("/")) return direct;
  return words.get(
    word
      .split("/")
      .filter((part) => part !== "")
      .join("/"),
  );
}

const orNull = (value: string): string | null => (value === "" ? null : value);

/** Only a source that says nothing of the order of day and month can be told so. */
const unreadable = (text: string, { profile }: ReadOptions): RejectReason =>
  profile.dates === "iso" && /^(?:dmy|mdy)/.test(dateFormsOf(text).join())
    ? "day_or_month_first"
    : "unreadable_instant";

/** Reads an instant of a row's own time: after 1990 and no later than a day after the import. */
function createEventInstantReader(read: ReadInstant, options: ReadOptions) {
  const earliest = zone(options.zone).instantOf(1990, 1, 1, 0, 0, 0, 0);
  const latest = options.now + DAY;
  return (column: string, text: string): Instant => {
    if (text === "") throw new Unusable(column, text, "missing");
    const at = read(text);
    if (at === null) throw new Unusable(column, text, unreadable(text, options));
    if (at < earliest) throw new Unusable(column, text, "before_1990");
    if (at > latest) throw new Unusable(column, text, "in_the_future");
    return at;
  };
}

export function createEventMapper(path: string, plan: ColumnPlan, options: ReadOptions): MapEventRow {
  const { profile } = options;
  const readInstant = createInstantReader(profile.dates, zone(options.zone));
  const readAt = createEventInstantReader(readInstant, options);
  const places: Places = { of: (column) => plan.columns.indexOf(column) };
  const shape = createShapeMapper(profile, places, readAt);
  const orderId = places.of("order_id");
  const eventId = places.of("event_id");
  const unit = places.of("unit");
  const toUnit = places.of("to_unit");
  const reasonCode = places.of("reason_code");
  const text = places.of("text");
  const operator = places.of("operator");
  const result = places.of("result");
  const dueAt = places.of("due_at");
  const value = (values: readonly string[], place: number): string => (place === -1 ? "" : (values[place] ?? ""));
  const unitOf = remember((word: string) => (word === "" ? null : (options.resolveUnit?.(word) ?? word)));
  const readDue = (written: string): Instant | null => {
    if (written === "") return null;
    const due = readInstant(written);
    if (due === null) throw new Unusable("due_at", written, unreadable(written, options));
    return due;
  };

  const map = (raw: RawRow): MappedRow => {
    const values = plan.values(raw.values);
    const id = value(values, orderId);
    if (id === "") throw new Unusable("order_id", "", "missing");
    if (isRounded(id)) throw new Unusable("order_id", id, "rounded_number");
    const ref = value(values, eventId);
    return shape(values, {
      orderId: id,
      row: raw.row,
      position: profile.newestFirst ? -raw.row : raw.row,
      ref: ref === "" ? `#${raw.row}` : ref,
      hasId: ref !== "",
      unit: unitOf(value(values, unit)),
      toUnit: unitOf(value(values, toUnit)),
      reasonCode: orNull(value(values, reasonCode)),
      text: orNull(value(values, text)),
      operator: orNull(value(values, operator)),
      result: orNull(value(values, result)),
      dueAt: readDue(value(values, dueAt)),
      values,
    });
  };

  return (raw) => {
    if (raw.broken) {
      const { column, value: written, reason } = raw.broken;
      return { row: null, reject: createReject(path, raw.row, column, written, reason) };
    }
    try {
      return { row: map(raw), reject: null };
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      const header = plan.headers[places.of(error.column)] ?? error.column;
      return { row: null, reject: createReject(path, raw.row, header, error.value, error.reason) };
    }
  };
}

/** Every shape writes its row out in one literal: a spread that grows the object costs five times as much, a row. */
type Common = Omit<MappedRow, "shape" | "at" | "kinds" | "state" | "finishedAt" | "outcomes">;
type ReadAt = (column: string, text: string) => Instant;
type MapShape = (values: readonly string[], common: Common) => MappedRow;

function createShapeMapper(profile: Profile, places: Places, readAt: ReadAt): MapShape {
  if (profile.shape === "event") {
    const at = places.of("at");
    const kind = places.of("kind");
    const kindsOf = remember((word: string) => mapped(profile.kinds, word) ?? builtInKind(word));
    return (values, common) => ({
      shape: "event",
      at: readAt("at", values[at] ?? ""),
      kinds: found(kindsOf(values[kind] ?? ""), "kind", values[kind] ?? "", "unknown_kind"),
      orderId: common.orderId,
      row: common.row,
      position: common.position,
      ref: common.ref,
      hasId: common.hasId,
      unit: common.unit,
      toUnit: common.toUnit,
      reasonCode: common.reasonCode,
      text: common.text,
      operator: common.operator,
      result: common.result,
      dueAt: common.dueAt,
      values,
    });
  }
  if (profile.shape === "state") {
    const at = places.of("at");
    const status = places.of("status");
    const stateOf = remember((word: string) => mapped(profile.states, word));
    return (values, common) => ({
      shape: "state",
      at: readAt("at", values[at] ?? ""),
      state: found<OrderState | null>(stateOf(values[status] ?? ""), "status", values[status] ?? "", "unknown_status"),
      orderId: common.orderId,
      row: common.row,
      position: common.position,
      ref: common.ref,
      hasId: common.hasId,
      unit: common.unit,
      toUnit: common.toUnit,
      reasonCode: common.reasonCode,
      text: common.text,
      operator: common.operator,
      result: common.result,
      dueAt: common.dueAt,
      values,
    });
  }
  return createStepMapper(profile.outcomes, places, readAt);
}

function createStepMapper(
  outcomes: ReadonlyMap<string, readonly EventKind[]>,
  places: Places,
  readAt: ReadAt,
): MapShape {
  const received = places.of("received_at");
  const finished = places.of("finished_at");
  const outcome = places.of("outcome");
  return (values, common) => {
    const at = readAt("received_at", values[received] ?? "");
    const word = outcome === -1 ? "" : (values[outcome] ?? "");
    const end = finished === -1 ? "" : (values[finished] ?? "");
    const kinds = word === "" ? [] : found(mapped(outcomes, word), "outcome", word, "unknown_outcome");
    const finishedAt = end === "" ? null : readAt("finished_at", end);
    if (finishedAt !== null && finishedAt < at) throw new Unusable("finished_at", end, "finished_before_received");
    // A stay that has not finished has no outcome yet, whatever the column says.
    return {
      shape: "step",
      at,
      finishedAt,
      outcomes: finishedAt === null ? [] : kinds,
      orderId: common.orderId,
      row: common.row,
      position: common.position,
      ref: common.ref,
      hasId: common.hasId,
      unit: common.unit,
      toUnit: common.toUnit,
      reasonCode: common.reasonCode,
      text: common.text,
      operator: common.operator,
      result: common.result,
      dueAt: common.dueAt,
      values,
    };
  };
}

function builtInKind(word: string): readonly EventKind[] | undefined {
  const kind = isEventKind(word) ? word : readKind(word);
  return kind === null ? undefined : [kind];
}

function found<T>(value: T | undefined, column: string, word: string, reason: RejectReason): T {
  if (value === undefined) throw new Unusable(column, word, word === "" ? "missing" : reason);
  return value;
}
