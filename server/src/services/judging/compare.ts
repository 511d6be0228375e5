import { findingKey } from "@tianyan/core";
import {
  byOrder,
  type FindingRow,
  findingText,
  keyText,
  type LegRow,
  multirangeText,
  NO_TALLY,
  type OrderKey,
  type OrderState,
  type Runner,
  readFindings,
  readLegs,
  readMultirange,
  readTallyTexts,
  readVerdicts,
  type Span,
  type StoredFinding,
  type StoredOrder,
  storedOfRow,
  type TallyRow,
  tallyText,
  type VerdictRow,
} from "@tianyan/db";
import { type Course, courseOf, courseText } from "./course";
import { acceptedAt, type JudgedHistory, judgeOrders } from "./judge-orders";
import type { Bench, Judging } from "./setting";

export interface FoundFinding {
  readonly stored: StoredFinding;
  readonly bench: Bench;
}

/** How a judgement of some orders differs from what is stored of them. */
export interface Comparison {
  readonly added: readonly FoundFinding[];
  readonly changed: readonly (FoundFinding & { readonly id: string })[];
  readonly removed: readonly FindingRow[];
  readonly states: readonly OrderState[];
  /** Orders whose course differs, and what of it there is now. */
  readonly courseOrders: readonly OrderKey[];
  readonly course: Course;
  readonly orders: number;
  readonly events: number;
  readonly findings: number;
  readonly units: MetUnits;
}

/** Units met: by code their name, centre or not. */
export type MetUnits = ReadonlyMap<string, MetUnit>;
interface MetUnit {
  readonly name: string;
  readonly centre: boolean;
  readonly listed: boolean;
}

const exemptSpans = ({ judged: { replay } }: JudgedHistory): Span[] =>
  replay.demandClasses.flatMap(({ demandClass }, index, classes) =>
    demandClass === "normal"
      ? []
      : [{ from: index === 0 ? null : (classes[index]?.from ?? null), to: classes[index + 1]?.from ?? null }],
  );

export function stateOf(order: JudgedHistory): OrderState {
  const { source, orderId, judged, bench } = order;
  const open = judged.replay.spells.map(({ start, end }) => ({ from: start, to: end }));
  return {
    source,
    orderId,
    acceptedAt: acceptedAt(judged),
    open,
    exempt: exemptSpans(order),
    parameterVersion: bench.version,
  };
}

const normal = (range: string): string => multirangeText(readMultirange(range));

const sameState = (row: StoredOrder, state: OrderState): boolean =>
  row.accepted_at === state.acceptedAt &&
  row.parameter_version === state.parameterVersion &&
  normal(row.open_during) === normal(multirangeText(state.open)) &&
  normal(row.exempt_during) === normal(multirangeText(state.exempt));

/** Adds the units that the history of an order names. */
export function meet(units: Map<string, MetUnit>, { bench, events, judged }: JudgedHistory): void {
  const add = (code: string, centre: boolean) => {
    if (!units.has(code)) units.set(code, { name: bench.units.name(code), centre, listed: bench.units.listed(code) });
  };
  for (const event of events)
    for (const code of [event.unit, event.toUnit]) if (code !== null) add(code, bench.units.centres.includes(code));
  for (const { centre } of judged.replay.pools) add(centre, true);
}

/** What is stored of the findings of an order. */
export function foundIn({ source, orderId, order, judged }: JudgedHistory, state: OrderState): StoredFinding[] {
  if (judged.findings.length === 0) return [];
  const open = readMultirange(multirangeText(state.open));
  const { district, category } = order;
  return judged.findings.map((finding) => ({
    source,
    orderId,
    finding,
    district,
    category,
    open,
    exemptDuring: state.exempt,
  }));
}

/** Judges `keys` and compares; writes nothing. */
export async function compareOrders(
  sql: Runner,
  judging: Judging,
  keys: readonly OrderKey[],
  generation: string,
): Promise<Comparison> {
  const orders = await judgeOrders(sql, judging, keys);
  const storedFindings = byOrder(await readFindings(sql, keys, generation));
  const storedLegs = byOrder(await readLegs(sql, keys));
  const storedVerdicts = byOrder(await readVerdicts(sql, keys));
  const storedTallies = await readTallyTexts(sql, keys);
  const added: FoundFinding[] = [];
  const changed: (FoundFinding & { readonly id: string })[] = [];
  const removed: FindingRow[] = [];
  const states: OrderState[] = [];
  const courseOrders: OrderKey[] = [];
  const legs: LegRow[] = [];
  const verdicts: VerdictRow[] = [];
  const tallies: TallyRow[] = [];
  const units = new Map<string, MetUnit>();
  let [events, findings] = [0, 0];

  for (const order of orders) {
    const { bench, judged } = order;
    const state = stateOf(order);
    if (!sameState(order.row, state)) states.push(state);
    const course = courseOf(order);
    const key = keyText(order);
    const kept = { legs: storedLegs.get(key) ?? [], verdicts: storedVerdicts.get(key) ?? [] };
    if (courseText(course) !== courseText(kept)) {
      courseOrders.push({ source: order.source, orderId: order.orderId });
      legs.push(...course.legs);
      verdicts.push(...course.verdicts);
    }
    const tallied = storedTallies.get(key) ?? NO_TALLY;
    tallies.push(...course.tallies.filter(({ tally }) => tallyText(tally) !== tallied));
    const before = new Map<string, FindingRow[]>();
    for (const row of storedFindings.get(keyText(order)) ?? []) {
      const key = `${row.rule}|${row.key_unit ?? ""}|${row.key_event ?? ""}`;
      before.set(key, [...(before.get(key) ?? []), row]);
    }
    for (const stored of foundIn(order, state)) {
      const known = before.get(findingKey(stored.finding))?.shift();
      if (!known) added.push({ stored, bench });
      else if (findingText(storedOfRow(known)) !== findingText(stored)) changed.push({ id: known.id, stored, bench });
    }
    removed.push(...[...before.values()].flat());
    meet(units, order);
    events += order.events.length;
    findings += judged.findings.length;
  }
  const course = { legs, verdicts, tallies };
  return { added, changed, removed, states, courseOrders, course, orders: orders.length, events, findings, units };
}
