import type { OrderEvent } from "./event";
import type { Flag } from "./flags";

const byPosition = (a: OrderEvent, b: OrderEvent): number => a.position - b.position || a.part - b.part;
const byReplay = (a: OrderEvent, b: OrderEvent): number => a.at - b.at || byPosition(a, b);

/** By what two events are the same (domain.md, Event). */
export const eventContent = (event: OrderEvent): unknown[] => [
  event.at,
  event.kind,
  event.unit,
  event.toUnit,
  event.reasonCode,
  event.text,
  event.result,
  event.dueAt,
];

const content = (event: OrderEvent): string => JSON.stringify(eventContent(event));

function idsRepeat(events: readonly OrderEvent[]): boolean {
  const ids = new Set<string>();
  for (const event of events) {
    if (!event.hasId || event.part > 0) continue;
    if (ids.has(event.ref)) return true;
    ids.add(event.ref);
  }
  return false;
}

/** The events by the row of the source that they were made of, in the order in which the rows were recorded. */
function rowsOf(events: readonly OrderEvent[]): OrderEvent[][] {
  const rows = new Map<number, OrderEvent[]>();
  for (const event of [...events].sort(byPosition)) {
    const row = rows.get(event.position);
    if (row) row.push(event);
    else rows.set(event.position, [event]);
  }
  return [...rows.values()];
}

/** Leaves out rows that a later row of the same id, with other content, corrects. Equal rows stay, to be duplicates. */
function withoutCorrected(events: readonly OrderEvent[], flags: Flag[]): readonly OrderEvent[] {
  const corrected = new Set<OrderEvent>();
  const current = new Map<string, { readonly text: string; readonly events: readonly OrderEvent[] }>();
  for (const row of rowsOf(events)) {
    const [first] = row;
    if (!first?.hasId) continue;
    const text = row.map(content).join();
    const before = current.get(first.ref);
    if (before && before.text !== text) {
      for (const event of before.events) corrected.add(event);
      flags.push({ ref: first.ref, flag: "corrected" });
      current.set(first.ref, { text, events: row });
    } else {
      current.set(first.ref, { text, events: before ? [...before.events, ...row] : row });
    }
  }
  return events.filter((event) => !corrected.has(event));
}

/** Leaves out what is equal to an earlier event, unless both carry different ids. */
function withoutDuplicates(events: readonly OrderEvent[], flags: Flag[]): readonly OrderEvent[] {
  const seen = new Map<string, (string | null)[]>();
  return events.filter((event) => {
    const text = content(event);
    const id = event.hasId ? event.ref : null;
    const earlier = seen.get(text);
    const duplicate = earlier?.some((other) => other === null || id === null || other === id) ?? false;
    if (earlier) earlier.push(id);
    else seen.set(text, [id]);
    if (duplicate) flags.push({ ref: event.ref, flag: "duplicate" });
    return !duplicate;
  });
}

/** No two events share an instant and a kind, so that none can repeat another. */
function allApart(events: readonly OrderEvent[]): boolean {
  for (let i = 1; i < events.length; i++) {
    const event = events[i] as OrderEvent;
    for (let j = i - 1; j >= 0 && events[j]?.at === event.at; j--) if (events[j]?.kind === event.kind) return false;
  }
  return true;
}

/**
 * The events that count, in replay order: without what a later row of the same id corrects and without what repeats an
 * earlier event. `compare` is false for sources whose rows are states or stays: their events are never compared.
 */
export function countedRows(rows: readonly OrderEvent[], compare: boolean, flags: Flag[]): readonly OrderEvent[] {
  const kept = compare && idsRepeat(rows) ? withoutCorrected(rows, flags) : rows;
  const events = [...kept].sort(byReplay);
  return compare && !allApart(events) ? withoutDuplicates(events, flags) : events;
}
