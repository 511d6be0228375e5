import type { Runner } from "../connect";
import { jsonText } from "./json";

export interface IngestRequestRow {
  readonly key: string;
  readonly body_sha256: string;
  /** NDJSON. */
  readonly answer: string;
  readonly answer_sha256: string;
}

export async function readIngestRequest(sql: Runner, key: string): Promise<IngestRequestRow | null> {
  const [row] = await sql<IngestRequestRow[]>`
    select key, body_sha256, answer, answer_sha256 from ingest_request where key = ${key}`;
  return row ?? null;
}

export async function addIngestRequest(
  sql: Runner,
  request: IngestRequestRow & { readonly summary: unknown; readonly actor: string; readonly batch: string | null },
  at: number,
): Promise<void> {
  await sql`
    insert into ingest_request (key, body_sha256, answer, answer_sha256, summary, actor, batch, created_at)
    values (${request.key}, ${request.body_sha256}, ${request.answer}, ${request.answer_sha256},
      ${jsonText(request.summary)}::text::jsonb, ${request.actor}, ${request.batch}::bigint, ${at}::timestamptz)`;
}

/** Answers how many there were. */
export async function removeIngestRequestsBefore(sql: Runner, at: number): Promise<number> {
  return (await sql`delete from ingest_request where created_at < ${at}::timestamptz`).count;
}

/** Positions of events rows, or orders, that a batch brought or changed. */
export async function rowsOfBatch(
  sql: Runner,
  batch: string,
): Promise<{ readonly positions: ReadonlySet<number>; readonly orders: ReadonlySet<string> }> {
  const positions = await sql<{ position: string }[]>`
    select position from order_event where batch = ${batch}::bigint
    union select position from source_row where batch = ${batch}::bigint`;
  const orders = await sql<{ order_id: string }[]>`
    select order_id from orders where batch = ${batch}::bigint
    union select order_id from order_before where batch = ${batch}::bigint`;
  return {
    positions: new Set(positions.map(({ position }) => Number(position))),
    orders: new Set(orders.map((row) => row.order_id)),
  };
}
