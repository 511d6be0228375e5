import type { Runner, Transaction } from "../connect";
import { facesByOrigin } from "./figures";
import { jsonText } from "./json";
import { hangingScope, type ScopeMoment } from "./scope";

export interface MergerRow {
  readonly unit: string;
  readonly into_unit: string;
  /** `2026-01-31`, local. */
  readonly from_date: string;
  readonly note: string;
}

export const readMergers = (sql: Runner): Promise<readonly MergerRow[]> =>
  sql<
    MergerRow[]
  >`select unit, into_unit, from_date::text as from_date, note from unit_merger order by unit collate "C"`;

export const saveMerger = (tx: Transaction, merger: MergerRow, actor: string, at: number) => tx`
  insert into unit_merger (unit, into_unit, from_date, note, actor, recorded_at)
  values (${merger.unit}, ${merger.into_unit}, ${merger.from_date}::text::date, ${merger.note}, ${actor}, ${at}::timestamptz)
  on conflict (unit) do update set into_unit = excluded.into_unit, from_date = excluded.from_date, note = excluded.note,
    actor = excluded.actor, recorded_at = excluded.recorded_at`;

export async function removeMerger(tx: Transaction, unit: string): Promise<boolean> {
  return (await tx`delete from unit_merger where unit = ${unit} returning 1`).length > 0;
}

export interface HolidayRow {
  readonly date: string;
  readonly works: boolean;
  readonly note: string;
}

export const readHolidays = (sql: Runner): Promise<readonly HolidayRow[]> =>
  sql<HolidayRow[]>`select date::text as date, works, note from holiday order by date`;

export const saveHolidays = (tx: Transaction, rows: readonly HolidayRow[], actor: string, at: number) => tx`
  insert into holiday (date, works, note, actor, recorded_at)
  select r.date, r.works, r.note, ${actor}, ${at}::timestamptz
  from json_to_recordset(${jsonText(rows)}::text::json) as r(date date, works boolean, note text)
  on conflict (date) do update set works = excluded.works, note = excluded.note, actor = excluded.actor,
    recorded_at = excluded.recorded_at`;

export async function removeHolidays(tx: Transaction, dates: readonly string[]): Promise<number> {
  return (await tx`delete from holiday where date = any(${dates as string[]}::text[]::date[]) returning 1`).length;
}

export async function removeCompetenceRows(
  tx: Transaction,
  rows: readonly { readonly category: string; readonly unit: string }[],
): Promise<number> {
  const gone = await tx`
    delete from competence c
    using json_to_recordset(${jsonText(rows)}::text::json) as r(category text, unit text)
    where c.category = r.category and c.unit = r.unit returning 1`;
  return gone.length;
}

/** Legs of orders in scope and the last beginning of one, by unit. */
export const legsByUnit = (sql: Runner, moment: ScopeMoment) =>
  sql<{ unit: string; legs: number; last_at: number | null }[]>`
    select unit, count(*)::int as legs, max(start_at) as last_at from leg
    where ${hangingScope(sql, "leg", moment)} group by unit`;

/** Category paths as orders in scope have them, with how many. */
export const ordersByCategory = (sql: Runner, moment: ScopeMoment) =>
  sql<{ category: string; orders: number }[]>`
    select o.category, sum(f.orders)::int as orders
    from (${facesByOrigin(sql, moment)}) f join origin o on o.id = f.origin
    where o.category <> '' group by o.category`;

/** Orders in whose events one of these words for units occurs. */
export async function touchWords(tx: Transaction, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  const asked = words as string[];
  await tx`
    insert into touched
    select source, order_id from order_event where unit = any(${asked}::text[]) or to_unit = any(${asked}::text[])
    union
    select source, order_id from source_row
    where cells->>'unit' = any(${asked}::text[]) or cells->>'toUnit' = any(${asked}::text[])
    on conflict do nothing`;
}

/** Orders in one of these category paths, or below one. */
export async function touchCategories(tx: Transaction, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  await tx`
    insert into touched
    select o.source, o.order_id from orders o
    where exists (select from unnest(${paths as string[]}::text[]) as p(path)
      where regexp_replace(trim(o.category), '\s*>\s*', '>', 'g') = p.path
        or starts_with(regexp_replace(trim(o.category), '\s*>\s*', '>', 'g'), p.path || '>'))
    on conflict do nothing`;
}

/** Orders of these sources that something can still happen to after `at`, or did, or that were due then: what a working day may move. */
export async function touchAfter(tx: Transaction, sources: readonly string[], at: number): Promise<void> {
  await tx`
    insert into touched
    select o.source, o.order_id from orders o
    where o.source = any(${sources as string[]}::text[]) and (
      o.accepted_at is null or upper_inf(o.open_during) or upper(o.open_during) >= ${at}::timestamptz
      or exists (select from finding f where f.source = o.source and f.order_id = o.order_id
        and coalesce(f.cleared_at, 'infinity') >= ${at}::timestamptz)
      or exists (select from order_tally t where t.no = o.no and ${at}::timestamptz <= any(t.due)))
    union
    select source, order_id from order_event
    where kind in ('surveyed', 'rated') and at >= ${at}::timestamptz - interval '400 days'
      and source = any(${sources as string[]}::text[])
    on conflict do nothing`;
}

export async function touchedCount(tx: Transaction): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from touched`;
  return row?.n ?? 0;
}

/** A unit takes another's place in the order of the list when it is confirmed. */
export const removeUnit = (tx: Transaction, code: string) => tx`delete from unit where code = ${code}`;
