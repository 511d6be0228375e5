import { isSettled, TRIAGE_STATUSES, type TriageStatus } from "@tianyan/core";
import type { PendingQuery, Row } from "postgres";
import type { Runner } from "../connect";
import { comesFrom, findingFaceScope, type ScopeCriteria } from "./scope";
import { decidedBy, exemptedByAnswer, standingAsked } from "./triage-standing";

/** Which findings, at which instant. Empty lists and nulls narrow nothing. */
export interface FindingCriteria {
  readonly generation: string;
  readonly at: number;
  /** What is to be looked at, at T; else everything with a step at or before T. */
  readonly watchlist: boolean;
  readonly scope: ScopeCriteria;
  readonly rules: readonly string[];
  /** 1 yellow, 2 orange, 3 red. */
  readonly levels: readonly number[];
  readonly units: readonly string[];
  readonly districts: readonly string[];
  readonly categories: readonly string[];
  readonly sources: readonly string[];
  /** First step at or after, before. */
  readonly from: number | null;
  readonly to: number | null;
  /** First step, or first recorded, at or after. */
  readonly newSince: number | null;
  /** Red step after T and before this. */
  readonly redBefore: number | null;
  readonly text: string | null;
  /** Number of an order, whatever its source; null: any. */
  readonly order: string | null;
  /** Conditions of one's own over the narrow rows; null: none. */
  readonly own: ((sql: Runner) => PendingQuery<Row[]>) | null;
  readonly exempt: boolean | null;
  /** Where they stand; empty: anywhere, but a watchlist leaves out what is settled. */
  readonly statuses: readonly TriageStatus[];
  /** Account whose own decision was the last; null: anybody's. */
  readonly decidedBy: string | null;
}

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Eight digits and more, whatever is between them, and letters that end an identity number. */
const NUMBERS = "[0-9０-９][0-9０-９ -]{6,}[0-9０-９xXｘＸ]";

/**
 * Narrow rows `f` whose order's number or title holds a text. Digits are not looked for within the numbers of a title: what is masked when
 * it is shown must not be found out piece by piece.
 */
export const holdsText = (sql: Runner, text: string) => {
  const pattern = sql`lower(${likePattern(text)})`;
  if (!/[0-9０-９]/.test(text)) return sql`f.words like ${pattern}`;
  return sql`(regexp_replace(split_part(f.words, e'\\n', 1), ${NUMBERS}, '*', 'g') like ${pattern}
    or split_part(f.words, e'\\n', 2) like ${pattern})`;
};

/** `column` is one of these paths or lies below one. */
export const underPaths = (sql: Runner, column: string, paths: readonly string[]) => sql`
  exists (select from unnest(${paths as string[]}::text[]) as p(path)
    where ${sql(column)} = p.path or starts_with(${sql(column)}, p.path || '>'))`;

/** Narrow rows `f` of the orders of this number: one a source at most. */
const ofOrder = (sql: Runner, number: string) => sql`
  f.order_no in (select o.no from source s join orders o on o.source = s.code and o.order_id = ${number})`;

/** The narrow row `f` has its first step since then, or was not recorded before. */
export const isNewSince = (sql: Runner, since: number) => sql`
  (f.first_at >= ${since}::timestamptz or f.known_at >= ${since}::timestamptz)`;

/** The narrow row `f` counts for nobody at T: by the demand, or by an explanation that was accepted. */
const isExempt = (sql: Runner, at: number) => sql`
  (f.exempt_during @> ${at}::timestamptz or f.id in ${exemptedByAnswer(sql, at)})`;

const none = <T>(list: readonly T[]): boolean => list.length === 0;

const texts = (list: readonly string[]) => list as string[];

/** What no facet offers, of narrow rows `f`: generation, instant, view, scope, period, text. */
export function baseCondition(sql: Runner, criteria: FindingCriteria) {
  const { generation, at, scope } = criteria;
  const instant = sql`${at}::timestamptz`;
  // The bound may be asked before the scope of a reader is, the ranges may not: under a scope it is what an index serves.
  const watched = sql`f.watch_until >= ${instant} and f.watch_during @> ${instant}`;
  return sql`
    f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint
    and ${criteria.watchlist ? watched : sql`f.first_at <= ${instant}`}
    and ${findingFaceScope(sql, { at, scope })}
    ${criteria.from === null ? sql`` : sql`and f.first_at >= ${criteria.from}::timestamptz`}
    ${criteria.to === null ? sql`` : sql`and f.first_at < ${criteria.to}::timestamptz`}
    ${criteria.newSince === null ? sql`` : sql`and ${isNewSince(sql, criteria.newSince)}`}
    ${
      criteria.redBefore === null
        ? sql``
        : sql`and f.red_at > ${instant} and f.red_at < ${criteria.redBefore}::timestamptz`
    }
    ${criteria.text === null ? sql`` : sql`and ${holdsText(sql, criteria.text)}`}
    ${criteria.order === null ? sql`` : sql`and ${ofOrder(sql, criteria.order)}`}
    ${criteria.own === null ? sql`` : sql`and ${criteria.own(sql)}`}
    ${criteria.exempt === null ? sql`` : sql`and ${isExempt(sql, at)} = ${criteria.exempt}`}`;
}

type Condition = PendingQuery<Row[]>;

/** One of these units is named at T. Of those that grow after T, `finding_unit` knows what was said by then. */
const namesUnit = (sql: Runner, at: number, units: readonly string[]) => sql`
  (f.charge in (select c.id from charge c where c.units && ${texts(units)}::text[])
    and (f.units_since <= ${at}::timestamptz
      or exists (select from finding_unit u where u.finding = f.id and u.unit = any(${texts(units)}::text[])
        and u.since <= ${at}::timestamptz)))`;

/** The level reached at T. */
export const levelColumn = (sql: Runner, at: number) => sql`
  case when f.red_at <= ${at}::timestamptz then 3 when f.orange_at <= ${at}::timestamptz then 2 else 1 end`;

/** When the level at T was reached. */
export const sinceColumn = (sql: Runner, at: number) => sql`
  case when f.red_at <= ${at}::timestamptz then f.red_at when f.orange_at <= ${at}::timestamptz then f.orange_at
    else f.yellow_at end`;

const among = (sql: Runner, column: string, values: readonly string[]) =>
  none(values) ? null : sql`${sql(column)} = any(${texts(values)}::text[])`;

/** To what the facets of an origin `o` are narrowed; null: to nothing. */
export const originConditions = (
  sql: Runner,
  { districts, categories, sources }: Pick<FindingCriteria, "districts" | "categories" | "sources">,
) => ({
  district: among(sql, "o.district", districts),
  category: none(categories) ? null : underPaths(sql, "o.category", categories),
  source: among(sql, "o.source", sources),
});

const every = (sql: Runner, conditions: readonly (Condition | null)[]): Condition | null =>
  conditions.reduce((all, one) => (all === null || one === null ? (all ?? one) : sql`${all} and ${one}`), null);

/** The row `f` comes from where it is asked to; null: from anywhere. */
export function originAsked(sql: Runner, criteria: Parameters<typeof originConditions>[1]): Condition | null {
  const asked = every(sql, Object.values(originConditions(sql, criteria)));
  return asked === null ? null : comesFrom(sql, asked);
}

/** The row `f` says what it is asked to, of whom it is asked; null: anything. */
export const chargeAsked = (sql: Runner, { rules, levels, units, at }: FindingCriteria): Condition | null =>
  every(sql, [
    none(rules) ? null : sql`f.charge in (select c.id from charge c where c.rule = any(${texts(rules)}::text[]))`,
    none(levels) ? null : sql`${levelColumn(sql, at)} = any(${levels as number[]}::integer[])`,
    none(units) ? null : namesUnit(sql, at, units),
  ]);

const UNSETTLED = TRIAGE_STATUSES.filter((status) => !isSettled(status));

/** The row `f` stands where it is asked to, by the decision of whom it is asked; null: anywhere. */
export function standingCondition(sql: Runner, { at, watchlist, statuses, decidedBy: by }: FindingCriteria) {
  const asked = none(statuses) && watchlist ? UNSETTLED : statuses;
  return every(sql, [none(asked) ? null : standingAsked(sql, at, asked), by === null ? null : decidedBy(sql, at, by)]);
}

/** Everything that is asked of the row `f`. */
export const allConditions = (sql: Runner, criteria: FindingCriteria): Condition =>
  every(sql, [
    baseCondition(sql, criteria),
    originAsked(sql, criteria),
    chargeAsked(sql, criteria),
    standingCondition(sql, criteria),
  ]) ?? sql`true`;
