import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Transaction } from "../connect";
import { jsonText } from "./json";

/** Held for a whole import: one at a time. */
const LOCK = 7_243_002;

/** Waits until no import runs, and keeps them out until the transaction ends. */
export const keepImportsOut = (tx: Transaction) => tx`select pg_advisory_xact_lock(${LOCK})`;

/** A row of an orders table (`isOrder`) or of an events table. */
export interface StagedRow {
  readonly orderId: string;
  readonly isOrder: boolean;
  /** Ordinal of its file in this import. */
  readonly file: number;
  /** Of the rows of one order and file, the order in which they came. */
  readonly seq: number;
  readonly cells: unknown;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const field = (text: string): string => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);

const line = (row: StagedRow): string =>
  `${field(row.orderId.replaceAll("\0", "\ufffd"))}\t${row.isOrder ? "t" : "f"}\t${row.file}\t${row.seq}\t${field(jsonText(row.cells))}\n`;

/** The staging table, for one import at a time; `close` lets the next one in. */
export interface Staging {
  fill(batches: AsyncIterable<readonly StagedRow[]>): Promise<void>;
  close(): Promise<void>;
}

/** Waits for its turn, then empties the table. */
export async function openStaging(url: string): Promise<Staging> {
  const client = new Client({ connectionString: url, application_name: "tianyan" });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("select pg_advisory_lock($1)", [LOCK]);
  await client.query("truncate import_staging");
  return {
    async fill(batches) {
      async function* lines(): AsyncIterable<string> {
        for await (const rows of batches) if (rows.length > 0) yield rows.map(line).join("");
      }
      const copy = client.query(copyFrom("copy import_staging (order_id, is_order, file, seq, cells) from stdin"));
      await pipeline(Readable.from(lines()), copy);
    },
    async close() {
      await client.query("truncate import_staging").catch(() => undefined);
      await client.end();
    },
  };
}

export interface StagedOrder {
  readonly orderId: string;
  readonly rows: readonly StagedRow[];
}

interface Row {
  readonly order_id: string;
  readonly is_order: boolean;
  readonly file: number;
  readonly seq: string;
  readonly cells: string;
}

/** Staged rows order by order, about `size` rows at a time; an order is never split. */
export async function* stagedOrders(tx: Transaction, size: number): AsyncIterable<readonly StagedOrder[]> {
  await tx`declare staged no scroll cursor for
    select order_id, is_order, file, seq, cells from import_staging
    order by order_id collate "C", is_order desc, file, seq`;
  let orders: { orderId: string; rows: StagedRow[] }[] = [];
  for (;;) {
    const rows = await tx.unsafe<Row[]>(`fetch ${size} from staged`);
    for (const row of rows) {
      const staged = {
        orderId: row.order_id,
        isOrder: row.is_order,
        file: row.file,
        seq: Number(row.seq),
        cells: JSON.parse(row.cells) as unknown,
      };
      const last = orders.at(-1);
      if (last?.orderId === row.order_id) last.rows.push(staged);
      else orders.push({ orderId: row.order_id, rows: [staged] });
    }
    if (rows.length === 0) break;
    if (orders.length > 1) {
      yield orders.slice(0, -1);
      orders = orders.slice(-1);
    }
  }
  if (orders.length > 0) yield orders;
  await tx`close staged`;
}
