import { type EventKind, type OrderEvent, readDemandClass, readResult } from "@tianyan/core";
import type { HappeningRow } from "../rows/row";
import type { Derived } from "./derived";

/** Words of a result as codes; a word that is not known stays, for the replay to flag. */
export function resultOf(kind: EventKind, word: string | null): string | null {
  if (word === null) return null;
  if (kind === "classified") return readDemandClass(word) ?? word;
  return kind === "surveyed" || kind === "rated" ? (readResult(word) ?? word) : word;
}

/** `shape: event`: a row is an event, or several at the same instant. */
export function deriveFromHappenings(rows: readonly HappeningRow[]): Derived {
  const events: OrderEvent[] = [];
  for (const row of rows) {
    for (let part = 0; part < row.kinds.length; part++) {
      const kind = row.kinds[part] as EventKind;
      events.push({
        ref: row.ref,
        hasId: row.hasId,
        at: row.at,
        position: row.position,
        part,
        kind,
        unit: row.unit,
        toUnit: row.toUnit,
        reasonCode: row.reasonCode,
        text: row.text,
        operator: row.operator,
        result: resultOf(kind, row.result),
        dueAt: row.dueAt,
      });
    }
  }
  return { events, duplicates: [] };
}
