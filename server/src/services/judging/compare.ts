import { findingKey } from "@tianyan/core";
import {
  byOrder,
  type FindingRow,
  findingText,
  keyText,
  type LegRow,
  multirangeText,
  type OrderKey,
  type OrderState,
  type Runner,
  readFindings,
  readLegs,
  readMultirange,
  type Span,
  type StoredFinding,
  type StoredOrder,
  storedOfRow,
} from "@tianyan/db";
import { acceptedAt, type JudgedOrder, judgeOrders } from "./judge-orders";
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
  /** Orders whose legs differ, and the legs they have now. */
  readonly legOrders: readonly OrderKey[];
  readonly legs: readonly LegRow[];
  readonly orders: number;
  readonly events: number;
  readonly findings: number;
  /** Every unit met: code, name, centre or not. */
  readonly units: ReadonlyMap<string, { readonly name: string; readonly centre: boolean; readonly listed: boolean }>;
}

const exemptSpans = ({ judged: { replay } }: JudgedOrder): Span[] =>
  replay.demandClasses.flatMap(({ demandClass }, index, classes) =>
    demandClass === "normal"
      ? []
      : [{ from: index === 0 ? null : (classes[index]?.from ?? null), to: classes[index + 1]?.from ?? null }],
  );

function stateOf(order: JudgedOrder): OrderState {
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

const legsOf = ({ source, orderId, judged }: JudgedOrder): LegRow[] =>
  judged.replay.legs.map(({ unit, start, end }, ordinal) => ({
    source,
    order_id: orderId,
    ordinal,
    unit,
    start_at: start,
    end_at: end,
  }));

const legText = (legs: readonly LegRow[]): string =>
  JSON.stringify(legs.map((leg) => [leg.unit, leg.start_at, leg.end_at]));

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
  const added: FoundFinding[] = [];
  const changed: (FoundFinding & { readonly id: string })[] = [];
  const removed: FindingRow[] = [];
  const states: OrderState[] = [];
  const legOrders: OrderKey[] = [];
  const legs: LegRow[] = [];
  const units = new Map<string, { name: string; centre: boolean; listed: boolean }>();
  let [events, findings] = [0, 0];

  for (const order of orders) {
    const { bench, judged } = order;
    const state = stateOf(order);
    if (!sameState(order.row, state)) states.push(state);
    const ownLegs = legsOf(order);
    if (legText(ownLegs) !== legText(storedLegs.get(keyText(order)) ?? [])) {
      legOrders.push({ source: order.source, orderId: order.orderId });
      legs.push(...ownLegs);
    }
    const before = new Map<string, FindingRow[]>();
    for (const row of storedFindings.get(keyText(order)) ?? []) {
      const key = `${row.rule}|${row.key_unit ?? ""}|${row.key_event ?? ""}`;
      before.set(key, [...(before.get(key) ?? []), row]);
    }
    for (const finding of judged.findings) {
      const stored: StoredFinding = {
        source: order.source,
        orderId: order.orderId,
        finding,
        district: order.order.district,
        category: order.order.category,
        open: readMultirange(multirangeText(state.open)),
        exemptDuring: state.exempt,
      };
      const known = before.get(findingKey(finding))?.shift();
      if (!known) added.push({ stored, bench });
      else if (findingText(storedOfRow(known)) !== findingText(stored)) changed.push({ id: known.id, stored, bench });
    }
    removed.push(...[...before.values()].flat());
    for (const event of order.events)
      for (const code of [event.unit, event.toUnit])
        if (code !== null && !units.has(code))
          units.set(code, {
            name: bench.units.name(code),
            centre: bench.units.centres.includes(code),
            listed: bench.units.listed(code),
          });
    for (const leg of judged.replay.pools)
      if (!units.has(leg.centre))
        units.set(leg.centre, {
          name: bench.units.name(leg.centre),
          centre: true,
          listed: bench.units.listed(leg.centre),
        });
    events += order.events.length;
    findings += judged.findings.length;
  }
  return { added, changed, removed, states, legOrders, legs, orders: orders.length, events, findings, units };
}
