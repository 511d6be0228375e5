import type { EventKind, Instant, Order, UnitRow } from "@tianyan/core";
import type { RejectRow, StagedCells, StagedEvent, StagedRow } from "@tianyan/db";
import { stableText } from "@tianyan/db";
import type {
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
}

const MOST_REMEMBERED = 200_000;

const rejectRow = (reject: Reject): RejectRow => ({
  file: reject.file,
  row: reject.row,
  column_name: reject.column,
  value: reject.value,
  code: reject.reason,
  zh: reject.zh,
  en: reject.en,
});

/** Which attributes carried by event rows to stage: those of the earliest row, and not the same for every row. */
function createCarried() {
  const last = new Map<string, { readonly text: string; readonly at: Instant }>();
  return (order: Order, at: Instant): boolean => {
    const text = stableText(order);
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
  const stagedOrder = (order: Order, file: number, carriedAt: Instant | null): StagedCells => {
    seq += 1;
    return { orderId: order.orderId, isOrder: true, file, seq, cells: { order, carriedAt } satisfies StagedOrderCells };
  };
  function eventsBatch({ orders, rows }: EventsBatch, file: number): StagedRow[] {
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
      if (at !== undefined && carried(order, at)) staged.push(stagedOrder(order, file, at));
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
        return batch.rows.map((order) => stagedOrder(order, file, null));
      case "events":
        return eventsBatch(batch, file);
    }
  }

  let bytes = 0;
  const watch: ReadWatch = { signal: options.signal, onBytes: (count) => (bytes += count) };
  for (const [index, file] of files.entries()) {
    for await (const batch of file.table.read({ zone: options.zone, now: options.now }, watch)) {
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
