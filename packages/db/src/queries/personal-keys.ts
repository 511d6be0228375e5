import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

/** Held while a key is made or taken over. */
const LOCK = 7_243_012;

export interface PersonalKeyRow {
  readonly id: string;
  readonly fingerprint: string;
  readonly wrapped: Buffer;
  readonly current: boolean;
  readonly retired_at: number | null;
}

/** One process at a time makes or changes keys. */
export const lockPersonalKeys = (tx: Transaction) => tx`select pg_advisory_xact_lock(${LOCK})`;

export const readPersonalKeys = (sql: Runner): Promise<readonly PersonalKeyRow[]> =>
  sql<PersonalKeyRow[]>`select id, fingerprint, wrapped, current, retired_at from personal_key order by created_at, id`;

/** From here on this key is the current one. */
export async function addPersonalKey(
  tx: Transaction,
  key: Pick<PersonalKeyRow, "id" | "fingerprint" | "wrapped">,
  at: number,
): Promise<void> {
  await tx`update personal_key set current = false where current`;
  await tx`
    insert into personal_key (id, fingerprint, wrapped, created_at, current)
    values (${key.id}, ${key.fingerprint}, ${key.wrapped}, ${at}::timestamptz, true)
    on conflict (id) do update set current = true, retired_at = null`;
}

/** Nothing is encrypted by keys but the current one any more. */
export const retirePersonalKeys = (tx: Transaction, at: number) =>
  tx`update personal_key set retired_at = ${at}::timestamptz where not current and retired_at is null`;

export interface SealedRow {
  readonly source: string;
  readonly order_id: string;
  readonly batch: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** Callers that another key than this encrypts, locked, by key of the table; at most `limit`. */
export const callersOfOtherKeys = (
  tx: Transaction,
  key: string,
  after: Pick<SealedRow, "source" | "order_id" | "batch"> | null,
  limit: number,
): Promise<readonly SealedRow[]> => tx<SealedRow[]>`
  select source, order_id, batch, key_id, sealed from callers
  where key_id <> ${key}
    ${after === null ? tx`` : tx`and (source, order_id, batch) > (${after.source}, ${after.order_id}, ${after.batch}::bigint)`}
  order by source, order_id, batch limit ${limit} for update`;

export async function replaceSealed(
  tx: Transaction,
  key: string,
  rows: readonly {
    readonly source: string;
    readonly order_id: string;
    readonly batch: string;
    readonly sealed: string;
  }[],
): Promise<void> {
  await tx`
    update callers c set key_id = ${key}, sealed = decode(r.sealed, 'base64')
    from json_to_recordset(${jsonText(rows)}::text::json) as r(source text, order_id text, batch bigint, sealed text)
    where c.source = r.source and c.order_id = r.order_id and c.batch = r.batch`;
}

/** Keys of citizens on record that hold a long number: from before they were hashed. */
export const plainCitizenKeys = (sql: Runner): Promise<readonly { readonly citizen_key: string }[]> =>
  sql<{ citizen_key: string }[]>`
    select citizen_key from orders where citizen_key ~ '[0-9]{7}'
    union select attributes ->> 'citizen_key' from order_before where attributes ->> 'citizen_key' ~ '[0-9]{7}'`;

export async function replaceCitizenKeys(
  tx: Transaction,
  pairs: readonly (readonly [string, string])[],
): Promise<void> {
  if (pairs.length === 0) return;
  const rows = jsonText(pairs.map(([before, after]) => ({ before, after })));
  await tx`
    update orders o set citizen_key = r.after
    from json_to_recordset(${rows}::text::json) as r(before text, after text) where o.citizen_key = r.before`;
  await tx`
    update order_before o set attributes = jsonb_set(o.attributes, '{citizen_key}', to_jsonb(r.after))
    from json_to_recordset(${rows}::text::json) as r(before text, after text)
    where o.attributes ->> 'citizen_key' = r.before`;
}

/** Secrets of second factors, encrypted. */
export const sealedFactors = (
  tx: Transaction,
): Promise<readonly { readonly account: string; readonly secret: string }[]> =>
  tx<{ account: string; secret: string }[]>`select account, secret from factor order by account for update`;

export const replaceFactor = (tx: Transaction, account: string, secret: string) =>
  tx`update factor set secret = ${secret} where account = ${account}::bigint`;

/** Id of the key that encrypts now; null where there is none yet. */
export async function currentPersonalKey(sql: Runner): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from personal_key where current`;
  return row?.id ?? null;
}
