import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Sql, Transaction } from "../connect";
import { splitLines, stagedLine } from "./staged-line";
import { collectOrders } from "./staged-orders";
import type { FilePlaces, StagedOrder, StagedRow } from "./staged-rows";

/** Held for a whole import: one at a time. */
const LOCK = 7_243_002;

/** Waits until no import runs, and keeps them out until the transaction ends. */
export const keepImportsOut = (tx: Transaction) => tx`select pg_advisory_xact_lock(${LOCK})`;

const EMPTY = "select import_staging_empty()";

/** Empties the table after an import that was killed; leaves it alone where one runs. */
export async function forgetStaged(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const [row] = await tx<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${LOCK}) as free`;
    if (row?.free) await tx.unsafe(EMPTY);
  });
}

/** The staging table, for one import at a time; `close` lets the next one in. */
export interface Staging {
  fill(batches: AsyncIterable<readonly StagedRow[]>): Promise<void>;
  /** What was staged, order by order, about `size` rows at a time; an order is never split. */
  orders(places: FilePlaces, size: number): AsyncIterable<readonly StagedOrder[]>;
  close(): Promise<void>;
}

export const STAGED_COLUMNS = `order_id, is_order, file, seq, cells, part, ref, at, kind, unit, to_unit, reason_code, text,
  operator, result, due_at`;

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: "tianyan" });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** What a connection is at is broken off where `signal` is aborted, also where it waits; `settled` answers when that is over. */
async function brokenOffBy(signal: AbortSignal | undefined, url: string, client: Client) {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  let breaking: Promise<unknown> = Promise.resolve();
  const breakOff = (): void => {
    breaking = (async () => {
      const other = await connected(url);
      await other.query("select pg_cancel_backend($1)", [rows[0]?.pid]).finally(() => other.end());
    })().catch(() => undefined);
  };
  signal?.throwIfAborted();
  signal?.addEventListener("abort", breakOff);
  return {
    async settled(): Promise<void> {
      signal?.removeEventListener("abort", breakOff);
      await breaking;
    },
  };
}

/** Waits for its turn, then empties the table. Where `signal` is aborted it stops at whatever it does or waits for. */
export async function openStaging(url: string, signal?: AbortSignal): Promise<Staging> {
  const client = await connected(url);
  let breaking: Awaited<ReturnType<typeof brokenOffBy>> | null = null;
  try {
    breaking = await brokenOffBy(signal, url, client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(EMPTY);
  } catch (error) {
    await breaking?.settled();
    await client.end();
    throw error;
  }
  return {
    async fill(batches) {
      async function* lines(): AsyncIterable<string> {
        for await (const rows of batches) if (rows.length > 0) yield rows.map(stagedLine).join("");
      }
      const copy = client.query(copyFrom(`copy import_staging (${STAGED_COLUMNS}) from stdin`));
      await pipeline(Readable.from(lines()), copy);
      signal?.throwIfAborted();
      await client.query("select import_staging_index()");
    },
    orders: (places, size) => stagedOrders(url, signal, places, size),
    async close() {
      await breaking?.settled();
      await client.query(EMPTY).catch(() => undefined);
      await client.end();
    },
  };
}

/** On a connection of its own, which is cut where the reader leaves early. */
async function* stagedOrders(
  url: string,
  signal: AbortSignal | undefined,
  places: FilePlaces,
  size: number,
): AsyncIterable<readonly StagedOrder[]> {
  const client = await connected(url);
  let breaking: Awaited<ReturnType<typeof brokenOffBy>> | null = null;
  try {
    breaking = await brokenOffBy(signal, url, client);
    const copy = client.query(
      copyTo(`copy (select ${STAGED_COLUMNS} from import_staging
        order by order_id collate "C", is_order desc, file, seq, part) to stdout`),
    );
    yield* collectOrders(splitLines(copy), places, size);
  } finally {
    await breaking?.settled();
    await client.end();
  }
}
