import type { Runner } from "../connect";
import { findingScope, orderScope, type ScopeCriteria } from "./scope";

/** A centre by every word that stands for it in a source. */
export interface CentreWord {
  readonly word: string;
  readonly centre: string;
}

/** What is looked for among what happened to orders. */
export interface DeedCriteria {
  readonly generation: string;
  readonly at: number;
  readonly scope: ScopeCriteria;
  readonly sources: readonly string[];
  /** At or after, before; null: without bound. */
  readonly from: number | null;
  readonly to: number | null;
  /** The first is the chief. */
  readonly centres: readonly CentreWord[];
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

/** Findings with their first step in the period: index finding_first. */
const found = (sql: Runner, criteria: DeedCriteria) => sql`
  select o.no, ''::text as unit, ''::text as other
  from finding f join orders o using (source, order_id)
  where ${within(sql, "f.first_at", criteria)} and f.from_gen <= ${criteria.generation}::bigint
    and f.to_gen > ${criteria.generation}::bigint and ${findingScope(sql, criteria)} and ${counted(sql, criteria)}`;

/** Legs begun in the period: index leg_start. */
const received = (sql: Runner, criteria: DeedCriteria) => sql`
  select o.no, o.source, o.order_id, l.unit, ''::text as other
  from leg l join orders o using (source, order_id)
  where ${within(sql, "l.start_at", criteria)} and ${counted(sql, criteria)}`;

/** Of those received, the ones with a finding that names the unit, its first step since the period began: finding_first. */
const flagged = (sql: Runner, criteria: DeedCriteria) => sql`
  select r.no, r.unit, r.other
  from (${received(sql, criteria)}) r join (
    select distinct f.source, f.order_id, u.unit from finding f join finding_unit u on u.finding = f.id
    where ${within(sql, "f.first_at", { ...criteria, to: null })} and u.since <= ${criteria.at}::timestamptz
      and f.from_gen <= ${criteria.generation}::bigint and f.to_gen > ${criteria.generation}::bigint
      and ${findingScope(sql, criteria)}
  ) n using (source, order_id, unit)`;

/**
 * Verdicts on returns, by the leg that they fall into and the centre that gave them; of a verdict that names no centre,
 * the one that last did something to the order. Index order_event_verdict.
 */
const returned = (sql: Runner, criteria: DeedCriteria, kind: "return_rejected" | "return_approved") => sql`
  select o.no, l.unit, coalesce(own.centre, last.centre, ${criteria.centres[0]?.centre ?? ""}) as other
  from order_event e
    join orders o using (source, order_id)
    cross join lateral (
      select l.unit, l.end_at from leg l
      where l.source = e.source and l.order_id = e.order_id and l.start_at <= e.at and (l.end_at is null or l.end_at >= e.at)
      order by l.ordinal limit 1
    ) l
    left join ${centreRows(sql, criteria, "own")} on own.word = e.unit
    left join lateral (
      select c.centre from order_event b join ${centreRows(sql, criteria, "c")} on c.word = b.unit
      where b.source = e.source and b.order_id = e.order_id and b.superseded_at is null
        and (b.at, b.position, b.part) < (e.at, e.position, e.part)
      order by b.at desc, b.position desc, b.part desc limit 1
    ) last on own.centre is null
  where e.kind in ('return_rejected', 'return_approved') and e.kind = ${kind} and e.superseded_at is null
    and ${kind === "return_approved" ? sql`l.end_at = e.at` : sql`true`}
    ${criteria.scope.own ? sql`and l.unit = any(${texts(criteria.scope.units ?? [])}::text[])` : sql``}
    and ${mayAnswer(sql)} and ${notCorrected(sql)} and ${within(sql, "e.at", criteria)} and ${counted(sql, criteria)}`;

/** By the holder, a centre, or nobody named: what others say has no effect. */
const mayAnswer = (sql: Runner) => sql`
  (coalesce(e.unit, '') in ('', l.unit) or own.centre is not null
    or exists (select from unit n where n.code = l.unit and (n.name = e.unit or e.unit = any(n.aliases))))`;

const centreRows = (sql: Runner, { centres }: DeedCriteria, name: string) => sql`
  unnest(${centres.map(({ word }) => word)}::text[], ${centres.map(({ centre }) => centre)}::text[])
    as ${sql(name)}(word, centre)`;

/** No later row of the same id says something else. */
const notCorrected = (sql: Runner) => sql`
  not (e.has_id and exists (select from order_event c where c.source = e.source and c.order_id = e.order_id
    and c.ref = e.ref and c.has_id and c.part = e.part and c.position > e.position and c.superseded_at is null
    and (c.at, c.kind) is distinct from (e.at, e.kind)))`;

/** Legs of another unit than the leg before, within the spell, begun in the period: index leg_start. */
const handedOn = (sql: Runner, criteria: DeedCriteria) => sql`
  select o.no, b.unit, l.unit as other
  from leg l join orders o using (source, order_id)
    join leg b on b.source = l.source and b.order_id = l.order_id and b.ordinal = l.ordinal - 1 and b.unit <> l.unit
  where ${within(sql, "l.start_at", criteria)} and ${counted(sql, criteria)}
    and exists (select from unnest(o.open_during) as spell where spell @> b.start_at and spell @> l.start_at)`;

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
    case "return_approved":
      return returned(sql, criteria, deed);
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
