import { CONDITION_RULES } from "@tianyan/core";
import type { Runner } from "../connect";
import { WATCH_DAYS } from "./findings";
import { findingScope, type ScopeCriteria } from "./scope";

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
  /** Red step after T and before this. */
  readonly redBefore: number | null;
  readonly text: string | null;
  readonly exempt: boolean | null;
}

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Eight digits and more, whatever is between them, and letters that end an identity number. */
const NUMBERS = "[0-9０-９][0-9０-９ -]{6,}[0-9０-９xXｘＸ]";

/**
 * Orders (`o`) whose number or title holds a text. Digits are not looked for within the numbers of a title: what is masked when it is shown
 * must not be found out piece by piece.
 */
export const holdsText = (sql: Runner, text: string) => {
  const pattern = likePattern(text);
  const title = /[0-9０-９]/.test(text) ? sql`regexp_replace(o.title, ${NUMBERS}, '*', 'g')` : sql`o.title`;
  return sql`(${title} ilike ${pattern} or o.order_id ilike ${pattern})`;
};

/** `column` is one of these paths or lies below one. */
export const underPaths = (sql: Runner, column: string, paths: readonly string[]) => sql`
  exists (select from unnest(${paths as string[]}::text[]) as p(path)
    where ${sql(column)} = p.path or starts_with(${sql(column)}, p.path || '>'))`;

const none = <T>(list: readonly T[]): boolean => list.length === 0;

const texts = (list: readonly string[]) => list as string[];

/**
 * What no facet offers: generation, instant, view, scope, period, text. Uses finding_watch for the watchlist, or finding_until
 * under a scope, and finding_first otherwise.
 */
export function baseCondition(sql: Runner, criteria: FindingCriteria) {
  const { generation, at, scope } = criteria;
  const instant = sql`${at}::timestamptz`;
  // The range only bounds it: an occurrence leaves the list while its order is done, thirty days after its latest step.
  const watched = sql`f.watch_until >= ${instant} and f.watch_during @> ${instant} and not f.exempt_during @> ${instant}
    and (f.rule = any(${[...CONDITION_RULES]}::text[]) or f.open_during @> ${instant}
      or greatest(case when f.yellow_at <= ${instant} then f.yellow_at end,
        case when f.orange_at <= ${instant} then f.orange_at end,
        case when f.red_at <= ${instant} then f.red_at end) >= ${instant} - ${`${WATCH_DAYS} days`}::interval)`;
  return sql`
    f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint
    and ${criteria.watchlist ? watched : sql`f.first_at <= ${instant}`}
    and ${findingScope(sql, { at, scope })}
    ${criteria.from === null ? sql`` : sql`and f.first_at >= ${criteria.from}::timestamptz`}
    ${criteria.to === null ? sql`` : sql`and f.first_at < ${criteria.to}::timestamptz`}
    ${
      criteria.redBefore === null
        ? sql``
        : sql`and f.red_at > ${instant} and f.red_at < ${criteria.redBefore}::timestamptz`
    }
    ${criteria.text === null ? sql`` : sql`and ${tellsText(sql, criteria.text)}`}
    ${criteria.exempt === null ? sql`` : sql`and (f.exempt_during @> ${instant}) = ${criteria.exempt}`}`;
}

/** Two Han characters are too few for trigrams; the titles of the findings that are left are read one by one. */
const tellsText = (sql: Runner, text: string) => sql`
  exists (select from orders o where o.source = f.source and o.order_id = f.order_id
    and ${holdsText(sql, text)})`;

const namesUnit = (sql: Runner, at: number, units: readonly string[]) => sql`
  exists (select from finding_unit u where u.finding = f.id and u.unit = any(${texts(units)}::text[])
    and u.since <= ${at}::timestamptz)`;

/** The level reached at T. */
export const levelColumn = (sql: Runner, at: number) => sql`
  case when f.red_at <= ${at}::timestamptz then 3 when f.orange_at <= ${at}::timestamptz then 2 else 1 end`;

/** When the level at T was reached. */
export const sinceColumn = (sql: Runner, at: number) => sql`
  case when f.red_at <= ${at}::timestamptz then f.red_at when f.orange_at <= ${at}::timestamptz then f.orange_at
    else f.yellow_at end`;

/** What each facet offers, as conditions of their own. */
export const facetConditions = (sql: Runner, criteria: FindingCriteria) => ({
  rule: none(criteria.rules) ? sql`true` : sql`f.rule = any(${texts(criteria.rules)}::text[])`,
  level: none(criteria.levels)
    ? sql`true`
    : sql`${levelColumn(sql, criteria.at)} = any(${criteria.levels as number[]}::integer[])`,
  unit: none(criteria.units) ? sql`true` : namesUnit(sql, criteria.at, criteria.units),
  district: none(criteria.districts) ? sql`true` : sql`f.district = any(${texts(criteria.districts)}::text[])`,
  category: none(criteria.categories) ? sql`true` : underPaths(sql, "f.category", criteria.categories),
  source: none(criteria.sources) ? sql`true` : sql`f.source = any(${texts(criteria.sources)}::text[])`,
});
