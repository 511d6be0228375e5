import type { Finding } from "@tianyan/core";
import {
  currentGeneration,
  type Database,
  findingOfRow,
  readFindings,
  readLegs,
  readMultirange,
  readUnits,
  type Span,
  type StoredUnit,
} from "@tianyan/db";

export interface KnownFinding {
  readonly id: string;
  readonly source: string;
  readonly orderId: string;
  readonly finding: Finding;
  readonly first: number;
  readonly latest: number;
  readonly watchUntil: number;
  readonly open: readonly Span[];
  readonly exempt: readonly Span[];
}

export interface KnownOrder {
  readonly source: string;
  readonly orderId: string;
  readonly title: string;
  readonly district: string;
  readonly category: string;
  readonly acceptedAt: number | null;
  readonly open: readonly Span[];
  readonly exempt: readonly Span[];
  readonly legs: readonly { readonly unit: string; readonly start: number; readonly end: number | null }[];
  readonly findings: readonly KnownFinding[];
  /** Instants of events that were not taken back. */
  readonly events: readonly number[];
}

/** Everything that the database holds, read as its owner: what every answer is held against. */
export interface World {
  readonly orders: readonly KnownOrder[];
  readonly byKey: ReadonlyMap<string, KnownOrder>;
  readonly units: readonly StoredUnit[];
  readonly sources: readonly string[];
  readonly districts: readonly string[];
  readonly categories: readonly string[];
  readonly generation: string;
}

export const keyOf = (order: { readonly source: string; readonly orderId: string }): string =>
  `${order.source}|${order.orderId}`;

export const covers = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, to }) => (from === null || from <= at) && (to === null || at < to));

interface OrderRow {
  readonly source: string;
  readonly order_id: string;
  readonly title: string;
  readonly district: string;
  readonly category: string;
  readonly accepted_at: number | null;
  readonly open_during: string;
  readonly exempt_during: string;
}

const grouped = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};
const rowKey = (row: { readonly source: string; readonly order_id: string }): string => `${row.source}|${row.order_id}`;
const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

export async function readWorld({ sql }: Database): Promise<World> {
  const generation = await currentGeneration(sql);
  const rows = await sql<OrderRow[]>`
    select source, order_id, title, district, category, accepted_at, open_during, exempt_during from orders`;
  const keys = rows.map((row) => ({ source: row.source, orderId: row.order_id }));
  const legs = grouped(await readLegs(sql, keys), rowKey);
  const events = grouped(
    await sql<
      { source: string; order_id: string; at: number }[]
    >`select source, order_id, at from order_event where superseded_at is null`,
    rowKey,
  );
  const bounds = new Map(
    (
      await sql<{ id: string; first_at: number; latest_at: number; watch_until: number }[]>`
        select id, first_at, latest_at, coalesce(upper(watch_during), 'infinity') as watch_until from finding`
    ).map((row) => [row.id, row]),
  );
  const findings = grouped(
    (await readFindings(sql, keys, generation)).map((row): KnownFinding => {
      const bound = bounds.get(row.id);
      return {
        id: row.id,
        source: row.source,
        orderId: row.order_id,
        finding: findingOfRow(row),
        first: bound?.first_at ?? 0,
        latest: bound?.latest_at ?? 0,
        watchUntil: bound?.watch_until ?? 0,
        open: readMultirange(row.open_during),
        exempt: readMultirange(row.exempt_during),
      };
    }),
    keyOf,
  );
  const orders = rows.map((row): KnownOrder => {
    const key = rowKey(row);
    return {
      source: row.source,
      orderId: row.order_id,
      title: row.title,
      district: row.district,
      category: row.category,
      acceptedAt: row.accepted_at,
      open: readMultirange(row.open_during),
      exempt: readMultirange(row.exempt_during),
      legs: (legs.get(key) ?? []).map((leg) => ({ unit: leg.unit, start: leg.start_at, end: leg.end_at })),
      findings: findings.get(key) ?? [],
      events: (events.get(key) ?? []).map(({ at }) => at),
    };
  });
  return {
    orders,
    byKey: new Map(orders.map((order) => [keyOf(order), order])),
    units: await readUnits(sql),
    sources: distinct(orders.map(({ source }) => source)),
    districts: distinct(orders.map(({ district }) => district)),
    categories: distinct(orders.flatMap(({ category }) => [category, category.split(">")[0] ?? ""])),
    generation,
  };
}

/** These units and all below them, by the registry alone. */
export function below(world: World, codes: readonly string[]): Set<string> {
  const found = new Set(codes);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { code, parent } of world.units) if (found.has(parent)) found.add(code);
  }
  return found;
}

/** What somebody may see of the world, in plain words of this language. */
export interface Sight {
  readonly order: (order: KnownOrder, at: number) => boolean;
  readonly finding: (finding: KnownFinding, at: number) => boolean;
  /** Null: every unit. */
  readonly units: ReadonlySet<string> | null;
  readonly own: boolean;
}

export interface Eyes {
  readonly post: string;
  readonly scope: {
    readonly sources: readonly string[] | null;
    readonly districts: readonly string[] | null;
    readonly units: readonly string[] | null;
  };
  readonly recused: readonly string[];
}

export function sightOf(world: World, { post, scope, recused }: Eyes): Sight {
  const units = scope.units === null ? null : below(world, scope.units);
  const shunned = below(world, recused);
  const own = post === "unit_contact";
  const inside = (order: KnownOrder): boolean =>
    (scope.sources?.includes(order.source) ?? true) && (scope.districts?.includes(order.district) ?? true);
  const held = (order: KnownOrder, at: number): boolean =>
    units === null || order.legs.some((leg) => leg.start <= at && units.has(leg.unit));
  const says = ({ finding }: KnownFinding, at: number): boolean =>
    (units === null || finding.units.some(({ unit, since }) => since <= at && units.has(unit))) &&
    !finding.units.some(({ unit }) => shunned.has(unit));
  return {
    units,
    own,
    order: (order, at) =>
      inside(order) && (held(order, at) || (!own && order.findings.some((finding) => says(finding, at)))),
    finding(finding, at) {
      const order = world.byKey.get(keyOf(finding));
      return order !== undefined && inside(order) && says(finding, at) && (!own || held(order, at));
    },
  };
}
