import type { RejectRow } from "@tianyan/db";
import type { OpenTable, Profile } from "@tianyan/ingest";
import type { Counts } from "./counts";
import type { Gathered } from "./stage";

/** What an import did; `batch` is null where every file was known. */
export interface ImportSummary {
  readonly source: string;
  readonly batch: string | null;
  readonly files: readonly {
    readonly file: string;
    readonly table: string;
    readonly rows: number;
    readonly rejected: number;
    readonly known: boolean;
  }[];
  readonly orders: number;
  readonly events_rows: number;
  /** Rows that were on record already. */
  readonly known_rows: number;
  readonly rejected: number;
  readonly judged: number;
  readonly findings: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly provisional_units: number;
  readonly rejects: readonly RejectRow[];
}

export function summarise(
  profile: Profile,
  tables: readonly OpenTable[],
  { files, rejects }: Gathered,
  counts: Counts,
  batch: string | null,
): ImportSummary {
  const byTable = new Map(files.map((file) => [file.table, file]));
  return {
    source: profile.source,
    batch,
    files: tables.map((table) => ({
      file: table.file.path,
      table: table.file.table,
      rows: byTable.get(table)?.rows ?? 0,
      rejected: byTable.get(table)?.rejected ?? 0,
      known: !byTable.has(table),
    })),
    orders: counts.orders,
    events_rows: counts.rows,
    known_rows: counts.known,
    rejected: rejects.length,
    judged: counts.judged,
    findings: { added: counts.added, changed: counts.changed, removed: counts.removed },
    provisional_units: counts.units,
    rejects,
  };
}
