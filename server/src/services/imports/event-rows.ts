import { eventContent, type OrderEvent } from "@tianyan/core";
import type { EventRow } from "@tianyan/db";
import type { ComparedRow } from "./new-rows";

/** The events made of one row. */
interface RowOfEvents extends ComparedRow {
  readonly events: readonly OrderEvent[];
}

const rowOf = (events: readonly OrderEvent[]): RowOfEvents => ({
  id: events[0]?.hasId ? events[0].ref : null,
  content: JSON.stringify(events.map(eventContent)),
  events,
});

/** As the source writes its units. */
export const asStored = (row: EventRow): OrderEvent => ({
  ref: row.ref,
  hasId: row.has_id,
  at: row.at as OrderEvent["at"],
  position: Number(row.position),
  part: row.part,
  kind: row.kind,
  unit: row.unit,
  toUnit: row.to_unit,
  reasonCode: row.reason_code,
  text: row.text,
  operator: row.operator,
  result: row.result,
  dueAt: row.due_at as OrderEvent["dueAt"],
});

/** Events by the row they were made of, in the order of recording. */
export function byRow(events: readonly OrderEvent[]): RowOfEvents[] {
  const rows = new Map<number, OrderEvent[]>();
  for (const event of events) {
    const row = rows.get(event.position);
    if (row) row.push(event);
    else rows.set(event.position, [event]);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, parts]) => rowOf(parts.sort((a, b) => a.part - b.part)));
}
