import type { Runner } from "../connect";

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly source: string | null;
  readonly author: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly last_used_at: number | null;
  readonly ended_at: number | null;
  readonly ended_by: string | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly hash: string;
  readonly hint: string;
  readonly source: string | null;
  readonly author: string;
  readonly expiresAt: number;
}

export async function addApiKey(sql: Runner, key: NewApiKey, at: number): Promise<ApiKeyRow> {
  const [row] = await sql<ApiKeyRow[]>`
    insert into api_key (name, hash, hint, source, author, created_at, expires_at)
    values (${key.name}, ${key.hash}, ${key.hint}, ${key.source}, ${key.author}, ${at}::timestamptz, ${key.expiresAt}::timestamptz)
    returning id, name, hint, source, author, created_at, expires_at, last_used_at, ended_at, ended_by`;
  if (!row) throw new Error("no key was added");
  return row;
}

/** Newest first; those that ended too. */
export const readApiKeys = (sql: Runner): Promise<readonly ApiKeyRow[]> =>
  sql<ApiKeyRow[]>`
    select id, name, hint, source, author, created_at, expires_at, last_used_at, ended_at, ended_by
    from api_key order by id desc`;

/** The key of this hash, if it counts at `at`. */
export async function findApiKey(sql: Runner, hash: string, at: number): Promise<ApiKeyRow | null> {
  const [row] = await sql<ApiKeyRow[]>`
    select id, name, hint, source, author, created_at, expires_at, last_used_at, ended_at, ended_by from api_key
    where hash = ${hash} and ended_at is null and expires_at > ${at}::timestamptz`;
  return row ?? null;
}

/** Once a minute is enough to see whether a key is still in use. */
export async function markApiKeyUsed(sql: Runner, id: string, at: number): Promise<void> {
  await sql`
    update api_key set last_used_at = ${at}::timestamptz
    where id = ${id} and (last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`;
}

/** Null: there is none, or it ended before. */
export async function endApiKey(sql: Runner, id: string, by: string, at: number): Promise<ApiKeyRow | null> {
  const [row] = await sql<ApiKeyRow[]>`
    update api_key set ended_at = ${at}::timestamptz, ended_by = ${by} where id = ${id} and ended_at is null
    returning id, name, hint, source, author, created_at, expires_at, last_used_at, ended_at, ended_by`;
  return row ?? null;
}
