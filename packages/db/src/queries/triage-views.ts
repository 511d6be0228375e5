import type { Runner } from "../connect";

export interface SavedViewRow {
  readonly id: string;
  readonly account: string;
  readonly author: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly changed_at: number;
}

type Fields = Pick<SavedViewRow, "name" | "query" | "shared">;

/** A person's own, then those that others share; by name. */
export const readSavedViews = (sql: Runner, account: string): Promise<readonly SavedViewRow[]> =>
  sql<SavedViewRow[]>`
    select id, account, author, name, query, shared, changed_at from saved_view
    where account = ${account}::bigint or shared
    order by account <> ${account}::bigint, name collate "C", id`;

/** Null where the person has one of that name. */
export async function addSavedView(
  sql: Runner,
  by: Pick<SavedViewRow, "account" | "author">,
  { name, query, shared }: Fields,
  at: number,
): Promise<SavedViewRow | null> {
  const [row] = await sql<SavedViewRow[]>`
    insert into saved_view (account, author, name, query, shared, changed_at)
    values (${by.account}::bigint, ${by.author}, ${name}, ${query}, ${shared}, ${at}::timestamptz)
    on conflict do nothing returning id, account, author, name, query, shared, changed_at`;
  return row ?? null;
}

/** The person's own; null where there is none. Locks it. */
export async function readOwnView(sql: Runner, id: string, account: string): Promise<SavedViewRow | null> {
  const [row] = await sql<SavedViewRow[]>`
    select id, account, author, name, query, shared, changed_at from saved_view
    where id = ${id}::bigint and account = ${account}::bigint for update`;
  return row ?? null;
}

/** Null where another of the person's has that name. */
export async function changeSavedView(
  sql: Runner,
  { id, account }: Pick<SavedViewRow, "id" | "account">,
  { name, query, shared }: Fields,
  at: number,
): Promise<SavedViewRow | null> {
  const [row] = await sql<SavedViewRow[]>`
    update saved_view v set name = ${name}, query = ${query}, shared = ${shared}, changed_at = ${at}::timestamptz
    where id = ${id}::bigint and not exists (
      select from saved_view o where o.account = ${account}::bigint and o.name = ${name} and o.id <> v.id)
    returning id, account, author, name, query, shared, changed_at`;
  return row ?? null;
}

export const removeSavedView = (sql: Runner, id: string) => sql`delete from saved_view where id = ${id}::bigint`;

/** Nothing was looked at for so long: the visit is over. */
const VISIT_MINUTES = 30;

/** The person looks at the watchlist; when the visit before this one ended, or null. */
export async function markVisit(sql: Runner, account: string, at: number): Promise<number | null> {
  const [row] = await sql<{ before: number | null }[]>`
    insert into visit as v (account, before, seen_at) values (${account}::bigint, null, ${at}::timestamptz)
    on conflict (account) do update set seen_at = greatest(v.seen_at, excluded.seen_at),
      before = case when excluded.seen_at - v.seen_at > make_interval(mins => ${VISIT_MINUTES}) then v.seen_at else v.before end
    returning before`;
  return row?.before ?? null;
}

/** When the visit before this one ended. */
export async function readVisitBefore(sql: Runner, account: string): Promise<number | null> {
  const [row] = await sql<{ before: number | null }[]>`select before from visit where account = ${account}::bigint`;
  return row?.before ?? null;
}
