import {
  type EventKind,
  emptyOrder,
  type Flag,
  findingRecord,
  firstStep,
  type Instant,
  type Judge,
  type OrderAttributes,
} from "@tianyan/core";
import { deriveEvents } from "@tianyan/ingest";
import type { OrderRows } from "./order-rows";
import type { OrderLines, SortedLines } from "./sorted-lines";

/** What is kept of a run: findings and flags as lines, the kinds that occurred. */
export interface Outcome {
  readonly findings: SortedLines;
  /** Null where nobody asked for them. */
  readonly flags: SortedLines | null;
  readonly kinds: Set<EventKind>;
  orders: number;
}

const NO_ATTRIBUTES: OrderAttributes = emptyOrder("", "");

/** Judges one order and keeps the lines that its findings and flags make. */
export function judgeOrder(judge: Judge, order: OrderRows, asOf: Instant | undefined, outcome: Outcome): void {
  const { orderId, rows } = order;
  const { events, duplicates } = deriveEvents(rows);
  for (const event of events) outcome.kinds.add(event.kind);
  outcome.orders++;
  if (events.length === 0) return;
  const { findings, flags } = judge.judge(order.attributes ?? NO_ATTRIBUTES, events, asOf);
  const lines: OrderLines["lines"][number][] = [];
  for (const finding of findings) {
    const first = firstStep(finding.steps);
    if (asOf !== undefined && (first === null || first > asOf)) continue;
    lines.push({ tag: finding.rule, text: JSON.stringify(findingRecord(orderId, finding, asOf)) });
  }
  outcome.findings.add({ orderId, lines });
  if (outcome.flags) outcome.flags.add({ orderId, lines: flagLines(orderId, [...duplicates, ...flags]) });
}

const flagLines = (orderId: string, flags: readonly Flag[]): OrderLines["lines"] =>
  flags.map(({ ref, flag }) => ({ tag: flag, text: JSON.stringify({ order_id: orderId, event: ref, flag }) }));
