import type { TableReader } from "./reader";
import type { Survey } from "./survey";

/** One table of a file: of a workbook, one of its sheets. */
export interface OpenFile {
  readonly survey: Pick<Survey, "sha256" | "bytes" | "unpackedBytes">;
  readonly reader: TableReader;
  /** Bytes that reading it goes through, as they lie there. */
  readonly toRead: number;
  readonly format: "csv" | "ndjson" | "xes" | "xlsx";
  /** Of text alone. */
  readonly encoding: Survey["encoding"] | null;
  /** Of CSV alone. */
  readonly delimiter: string | null;
  /** Of a workbook alone. */
  readonly sheet: string | null;
}
