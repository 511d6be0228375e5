import type { OrdersQuery } from "@tianyan/api";
import { compareCodePoints } from "@tianyan/core";
import { type Database, type DeedName, EVERYTHING } from "@tianyan/db";
import { deedRows } from "../../../../packages/db/src/queries/deeds";
import { deedCriteria } from "../../../src/services/orders/deeds";
import { levelAt, tells, underOne } from "./expected-findings";
import { below, covers, type KnownOrder, keyOf, type Sight, type World } from "./world";

/** What happened to orders, over everything, as the owner reads it. */
export interface Deed {
  readonly order: KnownOrder;
  readonly unit: string;
  readonly other: string;
}

export interface DeedPeriod {
  readonly at: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly sources: readonly string[];
}

const inPeriod = (instant: number, { at, from, to }: DeedPeriod): boolean =>
  instant <= at && (from === null || instant >= from) && (to === null || instant < to);

/** Deeds of orders that count and are in scope. What names or flags somebody is held against the findings in scope. */
export async function expectedDeeds(
  world: World,
  owner: Database,
  sight: Sight,
  name: DeedName,
  period: DeedPeriod,
): Promise<Deed[]> {
  const { at, sources } = period;
  const counts = (order: KnownOrder): boolean =>
    sight.order(order, at) && !covers(order.exempt, at) && (sources.length === 0 || sources.includes(order.source));
  if (name === "found")
    return world.orders.flatMap((order) =>
      order.findings
        .filter((known) => counts(order) && inPeriod(known.first, period) && sight.finding(known, at))
        .map(() => ({ order, unit: "", other: "" })),
    );
  if (name === "flagged") {
    const received = await expectedDeeds(world, owner, sight, "received", period);
    return received.filter(({ order, unit }) =>
      order.findings.some(
        (known) =>
          inPeriod(known.first, { ...period, to: null }) &&
          sight.finding(known, at) &&
          known.finding.units.some((named) => named.unit === unit && named.since <= at),
      ),
    );
  }
  const rows = await owner.sql.begin(async (tx) => {
    const reading = { db: { sql: tx }, now: () => at as never, scope: EVERYTHING, account: null };
    const criteria = await deedCriteria(reading, { ...period, at: at as never });
    return tx<{ source: string; order_id: string; unit: string; other: string }[]>`
      select o.source, o.order_id, d.unit, d.other from (${deedRows(tx, name, criteria)}) d join orders o on o.no = d.no`;
  });
  return rows.flatMap(({ source, order_id, unit, other }) => {
    const order = world.byKey.get(`${source}|${order_id}`);
    const told = name === "received" || name === "handed_on" || !sight.own || sight.units?.has(unit);
    return order && told && counts(order) ? [{ order, unit, other }] : [];
  });
}

/** Each order once. */
export const ordersOf = (deeds: readonly Deed[]): Set<string> => new Set(deeds.map(({ order }) => keyOf(order)));

/** Of the list, newest acceptance first. */
export async function expectedOrders(
  world: World,
  owner: Database,
  sight: Sight,
  query: OrdersQuery,
  at: number,
): Promise<KnownOrder[]> {
  const among = (values: readonly string[], value: string): boolean => values.length === 0 || values.includes(value);
  const units = below(world, query.unit);
  const ms = (iso: string | undefined): number | null => (iso === undefined ? null : Date.parse(iso));
  const [from, to] = [ms(query.from), ms(query.to)];
  const did =
    query.did === undefined
      ? null
      : ordersOf(
          (
            await expectedDeeds(world, owner, sight, query.did, {
              at,
              from: ms(query.did_from),
              to: ms(query.did_to),
              sources: query.source,
            })
          ).filter(({ unit, other }) => unit === (query.did_unit ?? unit) && other === (query.did_other ?? other)),
        );
  return world.orders
    .filter(
      (order) =>
        (order.acceptedAt === null || order.acceptedAt <= at) &&
        sight.order(order, at) &&
        among(query.source, order.source) &&
        among(query.district, order.district) &&
        underOne(order.category, query.category) &&
        (query.unit.length === 0 || holding(order, at).some((unit) => units.has(unit))) &&
        (query.state === undefined || covers(order.open, at) === (query.state === "open")) &&
        (from === null || (order.acceptedAt !== null && order.acceptedAt >= from)) &&
        (to === null || (order.acceptedAt !== null && order.acceptedAt < to)) &&
        (did === null || did.has(keyOf(order))) &&
        tells(order, query.q),
    )
    .sort(
      (a, b) =>
        (b.acceptedAt ?? Number.NEGATIVE_INFINITY) - (a.acceptedAt ?? Number.NEGATIVE_INFINITY) ||
        compareCodePoints(b.source, a.source) ||
        compareCodePoints(b.orderId, a.orderId),
    );
}

/** Who holds it at T. */
export const holding = (order: KnownOrder, at: number): string[] =>
  order.legs.filter(({ start, end }) => start <= at && (end === null || end > at)).map(({ unit }) => unit);

/** What a row of the list says of an order beside its attributes. */
export function expectedRow(sight: Sight, order: KnownOrder, at: number) {
  const active = order.findings.filter(
    (known) =>
      known.first <= at &&
      (known.finding.clearedAt === null || known.finding.clearedAt > at) &&
      sight.finding(known, at),
  );
  const ofLevel = (level: number): number => active.filter((known) => levelAt(known, at) === level).length;
  const open = covers(order.open, at);
  return {
    key: keyOf(order),
    state: open ? "open" : "done",
    holder: open ? (holding(order, at).sort()[0] ?? null) : null,
    legs: order.legs.filter(({ start }) => start <= at).length,
    findings: { yellow: ofLevel(1), orange: ofLevel(2), red: ofLevel(3) },
  };
}
