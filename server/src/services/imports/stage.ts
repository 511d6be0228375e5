import { type EventKind, type Instant, maskText, type Order, type UnitRow } from "@tianyan/core";
import type { RejectRow, StagedCells, StagedEvent, StagedRow } from "@tianyan/db";
import { stableText } from "@tianyan/db";
import type {
  Caller,
  CompetenceRow,
  EventsBatch,
  HappeningRow,
  MappedRow,
  OpenTable,
  ReadWatch,
  Reject,
  TableBatch,
} from "@tianyan/ingest";
import { deriveEvents } from "@tianyan/ingest";
import type { Keyring, SealedCaller } from "../../keys/keyring";

/** What a file brought. */
export interface FileCount {
  readonly table: OpenTable;
  /** Usable rows. */
  rows: number;
  rejected: number;
  /** Number of the last data row. */
  last: number;
}

/** Everything of an import that is not staged: it is small, or is to be told. */
export interface Gathered {
  readonly files: readonly FileCount[];
  readonly units: UnitRow[];
  readonly competence: CompetenceRow[];
  readonly rejects: RejectRow[];
  /** Kinds of all events, where a row is an event. */
  readonly kinds: Set<EventKind>;
  /** Rows staged. */
  staged: number;
}

/** Cells of a staged order. */
export interface StagedOrderCells {
  readonly order: Order;
  /** Who called, encrypted; absent where the row says nothing of it. */
  readonly caller?: SealedCaller | undefined;
  /** When the event happened whose row carried it; null: a row of an orders table. */
  readonly carriedAt: Instant | null;
}

export interface StageOptions {
  readonly zone: string;
  readonly now: Instant;
  readonly signal?: AbortSignal | undefined;
  /** A reject in other words. */
  readonly reword?: ((reject: Reject) => Reject) | undefined;
  /** Told of rows, usable or not, and of bytes of the files as they lie there: those since the last time. */
  readonly onRead?: ((rows: number, bytes: number) => void) | undefined;
  readonly keys: Keyring;
}

const MOST_REMEMBERED = 200_000;

const rejectRow = (reject: Reject): RejectRow => ({
  file: reject.file,
  row: reject.row,
  column_name: reject.column,
  // Masked before it is kept anywhere: a line that cannot be read may hold anything.
  value: maskText(reject.value),
  code: reject.reason,
  zh: reject.zh,
  en: reject.en,
});

/** Which attributes carried by event rows to stage: those of the earliest row, and not the same for every row. */
function createCarried() {
  const last = new Map<string, { readonly text: string; readonly at: Instant }>();
  return (order: Order, caller: Caller | null, at: Instant): boolean => {
    const text = stableText({ order, caller });
    const before = last.get(order.orderId);
    if (before && before.at <= at && before.text === text) return false;
    if (last.size >= MOST_REMEMBERED) last.clear();
    last.set(order.orderId, { text, at });
    return true;
  };
}

const stagedCells = (row: MappedRow, file: number): StagedCells => ({
  orderId: row.orderId,
  isOrder: false,
  file,
  seq: row.position,
  cells: row,
});

/** A row without an event still says that there is such an order. */
function stagedEvents(row: HappeningRow, file: number): StagedEvent[] {
  const { events } = deriveEvents([row]);
  const { orderId } = row;
  return events.length === 0 ? [{ orderId, file, event: null }] : events.map((event) => ({ orderId, file, event }));
}

/** Reads all files into rows for the staging table, and gathers the rest. */
export async function* stageRows(
  files: readonly FileCount[],
  gathered: Gathered,
  options: StageOptions,
): AsyncIterable<readonly StagedRow[]> {
  let seq = 0;
  const carried = createCarried();
  const { keys } = options;
  /** Nothing that names a caller leaves this process unencrypted. */
  const stagedOrder = (given: Order, said: Caller | null, file: number, carriedAt: Instant | null): StagedCells => {
    seq += 1;
    const order = { ...given, citizenKey: keys.citizenKey(given.citizenKey, said) };
    const caller = said ? { caller: keys.sealCaller(order.orderId, said) } : {};
    const cells: StagedOrderCells = { order, carriedAt, ...caller };
    return { orderId: order.orderId, isOrder: true, file, seq, cells };
  };
  function eventsBatch({ orders, callers, rows }: EventsBatch, file: number): StagedRow[] {
    const staged: StagedRow[] = [];
    for (const row of rows) {
      if (row.shape !== "event") {
        staged.push(stagedCells(row, file));
        continue;
      }
      for (const kind of row.kinds) gathered.kinds.add(kind);
      staged.push(...stagedEvents(row, file));
    }
    for (const [index, order] of (orders ?? []).entries()) {
      const at = rows[index]?.at;
      const caller = callers[index] ?? null;
      if (at !== undefined && carried(order, caller, at)) staged.push(stagedOrder(order, caller, file, at));
    }
    return staged;
  }

  function take(batch: TableBatch, file: number): readonly StagedRow[] {
    switch (batch.table) {
      case "units":
        gathered.units.push(...batch.rows);
        return [];
      case "competence":
        gathered.competence.push(...batch.rows);
        return [];
      case "orders":
        return batch.rows.map((order, index) => stagedOrder(order, batch.callers[index] ?? null, file, null));
      case "events":
        return eventsBatch(batch, file);
    }
  }

  let bytes = 0;
  const watch: ReadWatch = { signal: options.signal, onBytes: (count) => (bytes += count) };
  const reading = { zone: options.zone, now: options.now, reveal: keys.reveal };
  for (const [index, file] of files.entries()) {
    for await (const batch of file.table.read(reading, watch)) {
      options.signal?.throwIfAborted();
      file.rows += batch.rows.length;
      file.rejected += batch.rejects.length;
      for (const reject of batch.rejects) {
        gathered.rejects.push(rejectRow(options.reword?.(reject) ?? reject));
        file.last = Math.max(file.last, reject.row);
      }
      if (batch.table === "events") for (const row of batch.rows) file.last = Math.max(file.last, row.row);
      options.onRead?.(batch.rows.length + batch.rejects.length, bytes);
      bytes = 0;
      const staged = take(batch, index);
      gathered.staged += staged.length;
      yield staged;
    }
  }
}
