import type { EventKind, OrderEvent } from "@tianyan/core";
import type { OrderState, StateRow } from "../rows/row";
import { type Derived, eventOf, inOrder, withoutRepeats } from "./derived";

/** How the order stood after a row. */
interface Standing {
  readonly state: OrderState;
  readonly unit: string | null;
}

const isDone = (state: OrderState): boolean => state === "completed" || state === "closed" || state === "withdrawn";
const isHeld = (state: OrderState): boolean => state === "queued" || state === "working" || state === "waiting";

/** A row that is not skipped. */
type Standings = StateRow & { readonly state: OrderState };

/** `shape: state`: a row is the order's state at an instant; events are what changed (formats.md, 1 to 5). */
export function deriveFromStates(rows: readonly StateRow[]): Derived {
  const standings = inOrder(rows).filter((row): row is Standings => row.state !== null);
  const { rows: distinct, duplicates } = withoutRepeats(standings);
  const events: OrderEvent[] = [];
  let before: Standing | null = null;
  let hadUnit = false;
  for (const row of distinct) {
    const now: Standing = { state: row.state, unit: row.unit ?? before?.unit ?? null };
    const brought = compare(before, now, hadUnit);
    brought.forEach((change, part) => {
      events.push({
        ...eventOf(row, part, change.kind),
        ...change.by,
        dueAt: change.by.toUnit === null ? null : row.dueAt,
      });
      if (change.by.toUnit !== null) hadUnit = true;
    });
    before = now;
  }
  return { events, duplicates };
}

interface Change {
  readonly kind: EventKind;
  readonly by: { readonly unit: string | null; readonly toUnit: string | null };
}

/** What a row brings against the row before it (null: it is the first). */
function compare(before: Standing | null, now: Standing, hadUnit: boolean): readonly Change[] {
  const changes: Change[] = [];
  const byNobody = (kind: EventKind, toUnit: string | null): unknown =>
    changes.push({ kind, by: { unit: null, toUnit } });
  const byUnit = (kind: EventKind): unknown => changes.push({ kind, by: { unit: now.unit, toUnit: null } });
  const wasDone = before !== null && isDone(before.state);
  const sameUnit = before !== null && before.unit === now.unit;
  const works = now.state === "working" || now.state === "waiting";

  if (before === null) byNobody("accepted", null);
  if (wasDone && !isDone(now.state)) byNobody("reopened", now.unit);
  else if (before && now.state === "pooled" && isHeld(before.state)) byNobody("recalled", null);
  else if (!wasDone && now.state !== "pooled" && now.unit !== null && (!hadUnit || before?.state === "pooled"))
    byNobody("dispatched", now.unit);
  else if (before && now.state !== "pooled" && now.unit !== null && !sameUnit) {
    changes.push({ kind: "transferred", by: { unit: before.unit, toUnit: now.unit } });
  }

  if (before?.state === "waiting" && sameUnit && (now.state === "queued" || now.state === "working")) byUnit("resumed");
  else if (works && (!before || !sameUnit || before.state === "pooled" || before.state === "queued" || wasDone))
    byUnit("signed");

  if (now.state === "waiting" && !(before?.state === "waiting" && sameUnit)) byUnit("suspended");

  if (now.state === "working" && changes.length === 0) byUnit("progressed");

  if (!wasDone && isDone(now.state)) byDone(now.state, byUnit);
  else if (before?.state === "completed" && now.state === "closed") byUnit("closed");
  return changes;
}

function byDone(state: OrderState, byUnit: (kind: EventKind) => unknown): void {
  if (state === "withdrawn") byUnit("withdrawn");
  else byUnit("completed");
  if (state === "closed") byUnit("closed");
}
