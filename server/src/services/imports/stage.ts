import type { Instant, Order, UnitRow } from "@tianyan/core";
import type { RejectRow, StagedRow } from "@tianyan/db";
import { stableText } from "@tianyan/db";
import type { CompetenceRow, EventsBatch, MappedRow, OpenTable, Reject, TableBatch } from "@tianyan/ingest";

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
  readonly onRows?: ((rows: number) => void) | undefined;
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

const stagedEvent = (row: MappedRow, file: number): StagedRow => {
  const { orderId, values, ...rest } = row;
  // Happenings are compared by what they say, not by what was written: their cells need not travel.
  const cells = row.shape === "event" ? { ...rest, orderId, values: [] } : { ...rest, orderId, values };
  return { orderId, isOrder: false, file, seq: row.position, cells };
};

/** Reads all files into rows for the staging table, and gathers the rest. */
export async function* stageRows(
  files: readonly FileCount[],
  gathered: Gathered,
  options: StageOptions,
): AsyncIterable<readonly StagedRow[]> {
  let seq = 0;
  const carried = createCarried();
  const stagedOrder = (order: Order, file: number, carriedAt: Instant | null): StagedRow => {
    seq += 1;
    return { orderId: order.orderId, isOrder: true, file, seq, cells: { order, carriedAt } satisfies StagedOrderCells };
  };
  function eventsBatch({ orders, rows }: EventsBatch, file: number): StagedRow[] {
    const staged = rows.map((row) => stagedEvent(row, file));
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

  for (const [index, file] of files.entries()) {
    for await (const batch of file.table.read({ zone: options.zone, now: options.now })) {
      options.signal?.throwIfAborted();
      file.rows += batch.rows.length;
      file.rejected += batch.rejects.length;
      for (const reject of batch.rejects) {
        gathered.rejects.push(rejectRow(reject));
        file.last = Math.max(file.last, reject.row);
      }
      if (batch.table === "events") for (const row of batch.rows) file.last = Math.max(file.last, row.row);
      options.onRows?.(batch.rows.length);
      yield take(batch, index);
    }
  }
}
