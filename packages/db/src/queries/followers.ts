import type { Runner } from "../connect";

export interface FollowerRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly reads: readonly string[];
  readonly sources: readonly string[] | null;
  readonly districts: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly author: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly last_used_at: number | null;
  readonly ended_at: number | null;
  readonly ended_by: string | null;
}

const columns = (sql: Runner) => sql`
  id, name, hint, reads, sources, districts, units, author, created_at, expires_at, last_used_at, ended_at, ended_by`;

export interface AddedFollowerKey {
  readonly name: string;
  readonly hash: string;
  readonly hint: string;
  readonly reads: readonly string[];
  readonly sources: readonly string[] | null;
  readonly districts: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly author: string;
  readonly expiresAt: number;
}

const list = (words: readonly string[] | null) => words as string[] | null;

export async function addFollowerKey(sql: Runner, key: AddedFollowerKey, at: number): Promise<FollowerRow> {
  const [row] = await sql<FollowerRow[]>`
    insert into follower (name, hash, hint, reads, sources, districts, units, author, created_at, expires_at)
    values (${key.name}, ${key.hash}, ${key.hint}, ${list(key.reads)}::text[], ${list(key.sources)}::text[],
      ${list(key.districts)}::text[], ${list(key.units)}::text[], ${key.author}, ${at}::timestamptz, ${key.expiresAt}::timestamptz)
    returning ${columns(sql)}`;
  if (!row) throw new Error("no follower was added");
  return row;
}

/** Newest first; those that ended too. */
export const readFollowers = (sql: Runner): Promise<readonly FollowerRow[]> =>
  sql<FollowerRow[]>`select ${columns(sql)} from follower order by id desc`;

/** Who follows by the key of this hash, if it counts at `at`. */
export async function findFollower(sql: Runner, hash: string, at: number): Promise<FollowerRow | null> {
  const [row] = await sql<FollowerRow[]>`
    select ${columns(sql)} from follower where hash = ${hash} and ended_at is null and expires_at > ${at}::timestamptz`;
  return row ?? null;
}

/** Once a minute is enough to see whether somebody still follows. */
export async function markFollowerUsed(sql: Runner, id: string, at: number): Promise<void> {
  await sql`
    update follower set last_used_at = ${at}::timestamptz
    where id = ${id} and (last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`;
}

/** Null: there is none, or it ended before. */
export async function endFollowerKey(sql: Runner, id: string, by: string, at: number): Promise<FollowerRow | null> {
  const [row] = await sql<FollowerRow[]>`
    update follower set ended_at = ${at}::timestamptz, ended_by = ${by} where id = ${id} and ended_at is null
    returning ${columns(sql)}`;
  return row ?? null;
}
