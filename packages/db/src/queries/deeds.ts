import type { Runner } from "../connect";
import { findingScope, orderScope, type ScopeCriteria } from "./scope";
import { exemptedByAnswer } from "./triage-standing";

/** What is looked for among what happened to orders. */
export interface DeedCriteria {
  readonly generation: string;
  readonly at: number;
  readonly scope: ScopeCriteria;
  readonly sources: readonly string[];
  /** At or after, before; null: without bound. */
  readonly from: number | null;
  readonly to: number | null;
}

export type DeedName = "found" | "received" | "flagged" | "return_rejected" | "return_approved" | "handed_on";

const texts = (list: readonly string[]) => list as string[];

/** `column` lies in the period and not after T. */
function within(sql: Runner, column: string, { at, from, to }: DeedCriteria) {
  const name = sql(column);
  return sql`${name} <= ${at}::timestamptz
    ${from === null ? sql`` : sql`and ${name} >= ${from}::timestamptz`}
    ${to === null ? sql`` : sql`and ${name} < ${to}::timestamptz`}`;
}

/** Orders that count: of the sources, in scope, not exempt at T. */
const counted = (sql: Runner, criteria: DeedCriteria) => sql`
  ${orderScope(sql, criteria)} and not o.exempt_during @> ${criteria.at}::timestamptz
  ${criteria.sources.length === 0 ? sql`` : sql`and o.source = any(${texts(criteria.sources)}::text[])`}`;

/** The finding `f` is not exempted by an answer at T. */
const unanswered = (sql: Runner, { at }: DeedCriteria) => sql`f.id not in ${exemptedByAnswer(sql, at)}`;

/** Findings with their first step in the period: index finding_first. */
const found = (sql: Runner, criteria: DeedCriteria) => sql`
  select o.no, ''::text as unit, ''::text as other
  from finding f join orders o using (source, order_id)
  where ${within(sql, "f.first_at", criteria)} and f.from_gen <= ${criteria.generation}::bigint
    and f.to_gen > ${criteria.generation}::bigint and ${findingScope(sql, criteria)} and ${counted(sql, criteria)}
    and ${unanswered(sql, criteria)}`;

/** Legs begun in the period: index leg_start. */
const received = (sql: Runner, criteria: DeedCriteria) => sql`
  select o.no, o.source, o.order_id, l.unit, ''::text as other
  from leg l join orders o using (source, order_id)
  where ${within(sql, "l.start_at", criteria)} and ${counted(sql, criteria)}`;

/** Of those received, the ones with a finding that names the unit, its first step since the period began: finding_first. */
const flagged = (sql: Runner, criteria: DeedCriteria) => sql`
  select r.no, r.unit, r.other
  from (${received(sql, criteria)}) r join (${accused(sql, criteria)}) n using (source, order_id, unit)`;

/** Whom findings of an order name, their first step since the period began. */
const accused = (sql: Runner, criteria: DeedCriteria) => sql`
  select distinct f.source, f.order_id, u.unit from finding f join finding_unit u on u.finding = f.id
  where ${within(sql, "f.first_at", { ...criteria, to: null })} and u.since <= ${criteria.at}::timestamptz
    and f.from_gen <= ${criteria.generation}::bigint and f.to_gen > ${criteria.generation}::bigint
    and ${findingScope(sql, criteria)} and ${unanswered(sql, criteria)}`;

/** Verdicts on returns, by whose leg they fell into and the centre that gave them: index verdict_at. */
const returned = (sql: Runner, criteria: DeedCriteria, approved: boolean) => sql`
  select o.no, v.unit, v.centre as other
  from verdict v join orders o using (source, order_id)
  where v.approved = ${approved} ${criteria.scope.own ? sql`and v.unit = any(${texts(criteria.scope.units ?? [])}::text[])` : sql``}
    and ${within(sql, "v.at", criteria)} and ${counted(sql, criteria)}`;

/** Legs of another unit than the leg before, within the spell, begun in the period: index leg_start. */
const handedOn = (sql: Runner, criteria: DeedCriteria) => sql`
  select o.no, b.unit, l.unit as other
  from leg l join orders o using (source, order_id)
    join leg b on b.source = l.source and b.order_id = l.order_id and b.ordinal = l.ordinal - 1 and b.spell = l.spell
  where b.unit <> l.unit and ${within(sql, "l.start_at", criteria)} and ${counted(sql, criteria)}`;

/** Rows `no, unit, other`: in which order, to whom it happened, and by or to whom. */
export function deedRows(sql: Runner, deed: DeedName, criteria: DeedCriteria) {
  switch (deed) {
    case "found":
      return found(sql, criteria);
    case "received":
      return received(sql, criteria);
    case "flagged":
      return flagged(sql, criteria);
    case "return_rejected":
      return returned(sql, criteria, false);
    case "return_approved":
      return returned(sql, criteria, true);
    case "handed_on":
      return handedOn(sql, criteria);
  }
}

export interface DeedCount {
  /** Both null: all of them, each order once. */
  readonly unit: string | null;
  readonly other: string | null;
  readonly orders: number;
}

/** Orders by both units, and over all. */
export const countDeeds = (sql: Runner, deed: DeedName, criteria: DeedCriteria): Promise<readonly DeedCount[]> =>
  sql<DeedCount[]>`
    select unit, other, count(distinct no)::int as orders from (${deedRows(sql, deed, criteria)}) d
    group by grouping sets ((unit, other), ())`;

export interface ReceivedCount {
  readonly unit: string;
  readonly received: number;
  /** Of these. */
  readonly flagged: number;
}

/** The deeds `received` and `flagged` at once. */
export const countReceived = (sql: Runner, criteria: DeedCriteria): Promise<readonly ReceivedCount[]> =>
  sql<ReceivedCount[]>`
    select r.unit, count(distinct r.no)::int as received,
      (count(distinct r.no) filter (where n.unit is not null))::int as flagged
    from (${received(sql, criteria)}) r left join (${accused(sql, criteria)}) n using (source, order_id, unit)
    group by r.unit`;
