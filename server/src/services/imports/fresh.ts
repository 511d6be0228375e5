import { emptyOrder } from "@tianyan/core";
import {
  insertOrders,
  insertStagedEvents,
  type LegRow,
  type NewOrder,
  type OrderKey,
  orderRow,
  replaceLegs,
  replaceVerdicts,
  type TallyRow,
  type VerdictRow,
  writeTallies,
} from "@tianyan/db";
import { type JudgementIds, writeFindings } from "../judging/apply";
import { type FoundFinding, foundIn, type MetUnits, meet, stateOf } from "../judging/compare";
import { type Course, courseOf } from "../judging/course";
import { judgeHistory } from "../judging/judge-orders";
import type { Judging } from "../judging/setting";
import type { Appending, Incoming } from "./appending";
import { mergeAttributes } from "./attributes";

/** Orders of which nothing was on record, judged by what comes in: nothing is read back, nothing written twice. */
export interface FreshOrders {
  readonly orders: readonly NewOrder[];
  /** Those that have events. */
  readonly happened: readonly OrderKey[];
  readonly course: Course;
  readonly findings: readonly FoundFinding[];
  readonly units: MetUnits;
  /** Rows that brought events. */
  readonly rows: number;
}

export function judgeFresh(judging: Judging, incoming: readonly Incoming[]): FreshOrders {
  const orders: NewOrder[] = [];
  const happened: OrderKey[] = [];
  const legs: LegRow[] = [];
  const verdicts: VerdictRow[] = [];
  const tallies: TallyRow[] = [];
  const findings: FoundFinding[] = [];
  const units = new Map();
  let rows = 0;
  for (const { source, orderId, attributes, events } of incoming) {
    const order = mergeAttributes(emptyOrder(source, orderId), attributes);
    const history = judgeHistory(judging, order, events);
    const state = stateOf(history);
    orders.push({ order: orderRow(order), state });
    if (events.length > 0) happened.push({ source, orderId });
    const course = courseOf(history);
    legs.push(...course.legs);
    verdicts.push(...course.verdicts);
    if (events.length > 0) tallies.push(...course.tallies);
    for (const stored of foundIn(history, state)) findings.push({ stored, bench: history.bench });
    meet(units, history);
    for (const { part } of events) if (part === 0) rows += 1;
  }
  return { orders, happened, course: { legs, verdicts, tallies }, findings, units, rows };
}

/** Statements are sent one behind the other; each waits for none. */
export async function writeFresh(
  { tx, files, batch, now }: Appending,
  fresh: FreshOrders,
  generation: string,
  ids: JudgementIds,
): Promise<void> {
  await Promise.all([
    insertStagedEvents(tx, fresh.happened, files, batch, now),
    insertOrders(tx, fresh.orders, batch, now),
    replaceLegs(tx, [], fresh.course.legs),
    replaceVerdicts(tx, [], fresh.course.verdicts),
    writeTallies(tx, fresh.course.tallies),
    writeFindings(tx, fresh.findings, generation, ids, now),
  ]);
}
