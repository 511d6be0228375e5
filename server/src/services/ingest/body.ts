import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileKey, type Profile, sealBytes } from "@tianyan/ingest";

/** A body of NDJSON as the tables it holds, and where each of its lines went. */
export interface SplitBody {
  readonly paths: readonly string[];
  /** By line of the body that is not blank: its table, and its row there from 1. */
  readonly lines: readonly { readonly table: "events" | "orders"; readonly row: number; readonly orderId: string }[];
}

/** Columns that only an event has, as the canonical tables name them. */
const OF_EVENTS = ["at", "kind", "event_id", "status", "received_at", "finished_at", "outcome", "to_unit", "操作时间"];

function columnsOfEvents(profile: Profile): ReadonlySet<string> {
  const own = Object.entries(profile.events ?? {}).flatMap(([column, spec]) => (column === "order_id" ? [] : spec));
  const orders = new Set(Object.values(profile.orders ?? {}).flat());
  return new Set([...OF_EVENTS, ...own.filter((header) => !orders.has(header))]);
}

function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** A line with anything that only events have is an event, as is one that cannot be read; any other is an order. What is written is encrypted. */
export async function splitBody(folder: string, key: FileKey, body: string, profile: Profile): Promise<SplitBody> {
  const ofEvents = columnsOfEvents(profile);
  const tables = { events: [] as string[], orders: [] as string[] };
  const lines: SplitBody["lines"][number][] = [];
  const idHeaders = ["order_id", ...(profile.orders?.order_id ?? [])];
  for (const line of body.replace(/^\ufeff/, "").split("\n")) {
    if (line.trim() === "") continue;
    const row = objectOf(line);
    const table = row === null || Object.keys(row).some((key) => ofEvents.has(key)) ? "events" : "orders";
    const id = idHeaders.map((header) => row?.[header]).find((value) => value !== undefined && value !== null);
    tables[table].push(line.trim());
    lines.push({ table, row: tables[table].length, orderId: String(id ?? "").trim() });
  }
  const paths: string[] = [];
  for (const table of ["orders", "events"] as const) {
    if (tables[table].length === 0) continue;
    const path = join(folder, `${table}.ndjson`);
    await writeFile(path, sealBytes(key, [Buffer.from(`${tables[table].join("\n")}\n`)]), { mode: 0o600 });
    paths.push(path);
  }
  return { paths, lines };
}
