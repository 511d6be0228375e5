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

/** Numbers of the orders in which one of the units had a leg by T: by leg_unit alone. */
const withLeg = (sql: Runner, at: ScopeMoment["at"], units: readonly string[]) => sql`
  select s.order_no from leg s where s.unit = any(${texts(units)}::text[]) and s.start_at <= ${at}::timestamptz`;

/** The finding or narrow row `f` names one of the units by T; `since` is from when on it names all that it ever does. */
const namesBy = (sql: Runner, at: ScopeMoment["at"], units: readonly string[], since: string) => sql`
  (${sql(since)} <= ${at}::timestamptz or exists (select from finding_unit u
    where u.finding = f.id and u.unit = any(${texts(units)}::text[]) and u.since <= ${at}::timestamptz))`;

/** What a person may see of the findings `f`. */
export const findingScope = (sql: Runner, { at, scope }: Omit<ScopeMoment, "generation">) => sql`
  ${scope.sources === null ? sql`true` : sql`f.source = any(${texts(scope.sources)}::text[])`}
  ${scope.districts === null ? sql`` : sql`and f.district = any(${texts(scope.districts)}::text[])`}
  ${
    scope.units === null
      ? sql``
      : sql`and f.named && ${texts(scope.units)}::text[] and ${namesBy(sql, at, scope.units, "f.named_since")}`
  }
  ${scope.recused.length === 0 ? sql`` : sql`and not f.named && ${texts(scope.recused)}::text[]`}
  ${
    scope.own
      ? sql`and exists (select from leg s where s.source = f.source and s.order_id = f.order_id
          and s.unit = any(${texts(scope.units ?? [])}::text[]) and s.start_at <= ${at}::timestamptz)`
      : sql``
  }`;

/** Numbers of the orders of units: they had a leg, or a finding in scope names one of them. */
const ofUnits = (sql: Runner, { generation, at, scope }: ScopeMoment, units: readonly string[]) => sql`
  select n from orders_of_units(${texts(units)}::text[], ${texts(scope.recused)}::text[], ${scope.own},
    ${at}::timestamptz, ${generation}::bigint) n`;

/** The narrow row `f` names one of the units by T. */
const chargesUnits = (sql: Runner, at: ScopeMoment["at"], units: readonly string[]) => sql`
  f.charge in (select c.id from charge c where c.units && ${texts(units)}::text[])
  and ${namesBy(sql, at, units, "f.units_since")}`;

const notRecused = (sql: Runner, recused: readonly string[]) =>
  recused.length === 0
    ? sql``
    : sql`and f.charge not in (select c.id from charge c where c.units && ${texts(recused)}::text[])`;

/**
 * What a person may see of the orders `o`. `is true` keeps the set one that is made once and looked into: joined by the planner, who
 * cannot know how many rows the policies leave, it was made anew for every row.
 */
export const orderScope = (sql: Runner, moment: ScopeMoment) => {
  const { sources, districts, units } = moment.scope;
  return sql`
    ${sources === null ? sql`true` : sql`o.source = any(${texts(sources)}::text[])`}
    ${districts === null ? sql`` : sql`and o.district = any(${texts(districts)}::text[])`}
    ${units === null ? sql`` : sql`and (o.no in (${ofUnits(sql, moment, units)})) is true`}`;
};

/** The narrow row `f` is of such an origin `o`: there are few, so that they are looked through once. */
export const comesFrom = (sql: Runner, condition: PendingQuery<Row[]>) =>
  sql`f.origin in (select o.id from origin o where ${condition})`;

const fromScope = (sql: Runner, { sources, districts }: ScopeCriteria) => sql`
  ${sources === null ? sql`true` : comesFrom(sql, sql`o.source = any(${texts(sources)}::text[])`)}
  ${districts === null ? sql`` : sql`and ${comesFrom(sql, sql`o.district = any(${texts(districts)}::text[])`)}`}`;

/** What a person may see of the narrow rows `f` of findings. */
export const findingFaceScope = (sql: Runner, { at, scope }: Omit<ScopeMoment, "generation">) => sql`
  ${fromScope(sql, scope)}
  ${scope.units === null ? sql`` : sql`and ${chargesUnits(sql, at, scope.units)}`}
  ${notRecused(sql, scope.recused)}
  ${scope.own ? sql`and (f.order_no in (${withLeg(sql, at, scope.units ?? [])})) is true` : sql``}`;

/** What a person may see of the narrow rows `f` of orders. */
export const orderFaceScope = (sql: Runner, moment: ScopeMoment) => {
  const { scope } = moment;
  return sql`
    ${fromScope(sql, scope)}
    ${scope.units === null ? sql`` : sql`and (f.no in (${ofUnits(sql, moment, scope.units)})) is true`}`;
};

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
