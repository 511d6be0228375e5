import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";
import type { OrderKey } from "./keys";

/** What a person may see; null: everything. */
export interface ScopeCriteria {
  readonly sources: readonly string[] | null;
  readonly districts: readonly string[] | null;
  /** With all below them. */
  readonly units: readonly string[] | null;
  /** Findings that name one of these are out of sight, with all below them. */
  readonly recused: readonly string[];
  /** Only orders of which one of `units` had a leg, and their findings. */
  readonly own: boolean;
}

/** Under which judgement and at which instant something is in scope; `infinity`: at any. */
export interface ScopeMoment {
  readonly generation: string;
  readonly at: number | "infinity";
  readonly scope: ScopeCriteria;
}

export const EVERYTHING: ScopeCriteria = { sources: null, districts: null, units: null, recused: [], own: false };

/** Neither narrowed nor recused. */
export const isOpen = ({ sources, districts, units, recused, own }: ScopeCriteria): boolean =>
  sources === null && districts === null && units === null && recused.length === 0 && !own;

const texts = (list: readonly string[]) => list as string[];

/** Orders in which one of the units had a leg by T. */
const withLeg = (sql: Runner, at: ScopeMoment["at"], units: readonly string[]) => sql`
  select s.source, s.order_id from leg s where s.unit = any(${texts(units)}::text[]) and s.start_at <= ${at}::timestamptz`;

const notRecused = (sql: Runner, recused: readonly string[]) =>
  recused.length === 0
    ? sql``
    : sql`and not exists (select from finding_unit r where r.finding = f.id and r.unit = any(${texts(recused)}::text[]))`;

/** What a person may see of the findings `f`. */
export const findingScope = (sql: Runner, { at, scope }: Omit<ScopeMoment, "generation">) => sql`
  ${scope.sources === null ? sql`true` : sql`f.source = any(${texts(scope.sources)}::text[])`}
  ${scope.districts === null ? sql`` : sql`and f.district = any(${texts(scope.districts)}::text[])`}
  ${
    scope.units === null
      ? sql``
      : sql`and f.id in (select u.finding from finding_unit u
          where u.unit = any(${texts(scope.units)}::text[]) and u.since <= ${at}::timestamptz)`
  }
  ${notRecused(sql, scope.recused)}
  ${scope.own ? sql`and (f.source, f.order_id) in (${withLeg(sql, at, scope.units ?? [])})` : sql``}`;

/** What a person may see of the orders `o`. */
export const orderScope = (sql: Runner, { generation, at, scope }: ScopeMoment) => sql`
  ${scope.sources === null ? sql`true` : sql`o.source = any(${texts(scope.sources)}::text[])`}
  ${scope.districts === null ? sql`` : sql`and o.district = any(${texts(scope.districts)}::text[])`}
  ${
    scope.units === null
      ? sql``
      : sql`and (o.source, o.order_id) in (${withLeg(sql, at, scope.units)}
        ${scope.own ? sql`` : sql`union ${named(sql, { generation, at, scope }, scope.units)}`})`
  }`;

/** Orders of which a finding in scope names one of the units. */
const named = (sql: Runner, { generation, at, scope }: ScopeMoment, units: readonly string[]) => sql`
  select f.source, f.order_id from finding f join finding_unit u on u.finding = f.id
  where u.unit = any(${texts(units)}::text[]) and u.since <= ${at}::timestamptz
    and f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint ${notRecused(sql, scope.recused)}`;

/** The narrow row `f` is of such an origin `o`: there are few, so that they are looked through once. */
export const comesFrom = (sql: Runner, condition: PendingQuery<Row[]>) =>
  sql`f.origin in (select o.id from origin o where ${condition})`;

const fromScope = (sql: Runner, { sources, districts }: ScopeCriteria) => sql`
  ${sources === null ? sql`true` : comesFrom(sql, sql`o.source = any(${texts(sources)}::text[])`)}
  ${districts === null ? sql`` : sql`and ${comesFrom(sql, sql`o.district = any(${texts(districts)}::text[])`)}`}`;

/** What a person may see of the narrow rows `f` of findings. */
export const findingFaceScope = (sql: Runner, { at, scope }: Omit<ScopeMoment, "generation">) => sql`
  ${fromScope(sql, scope)}
  ${
    scope.units === null
      ? sql``
      : sql`and f.id in (select u.finding from finding_unit u
          where u.unit = any(${texts(scope.units)}::text[]) and u.since <= ${at}::timestamptz)`
  }
  ${
    scope.recused.length === 0
      ? sql``
      : sql`and f.charge not in (select c.id from charge c where c.units && ${texts(scope.recused)}::text[])`
  }
  ${
    scope.own
      ? sql`and f.id in (select d.id from finding d where (d.source, d.order_id) in (${withLeg(sql, at, scope.units ?? [])}))`
      : sql``
  }`;

/**
 * What a person may see of the narrow rows `f` of orders. `is true` keeps the set one that is made once and looked into: joined by the
 * planner, who cannot know how many rows the policies leave, it was made anew for every row.
 */
export const orderFaceScope = (sql: Runner, { generation, at, scope }: ScopeMoment) => sql`
  ${fromScope(sql, scope)}
  ${
    scope.units === null
      ? sql``
      : sql`and (f.no in (select o.no from orders o
          where ${orderScope(sql, { generation, at, scope: { ...scope, sources: null, districts: null } })})) is true`
  }`;

/** What a person may see of what hangs on orders; `row` is the alias of the table. */
export const hangingScope = (sql: Runner, row: string, moment: ScopeMoment) =>
  isOpen({ ...moment.scope, recused: [] })
    ? sql`true`
    : sql`exists (select from orders o where o.source = ${sql(`${row}.source`)} and o.order_id = ${sql(`${row}.order_id`)}
        and ${orderScope(sql, moment)})`;

export async function isOrderInScope(sql: Runner, key: OrderKey, moment: ScopeMoment): Promise<boolean> {
  const rows = await sql`
    select from orders o where o.source = ${key.source} and o.order_id = ${key.orderId} and ${orderScope(sql, moment)}`;
  return rows.length > 0;
}
