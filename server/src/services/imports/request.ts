import type { Transaction } from "@tianyan/db";
import type { Profile } from "@tianyan/ingest";
import type { ImportSummary } from "./summary";

export interface ImportRequest {
  readonly profile: Profile;
  /** Paths. */
  readonly files: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Done in the same transaction, last; absent: the import is entered in the history as one of the command line. */
  readonly within?: ((tx: Transaction, batch: string, summary: ImportSummary) => Promise<void>) | undefined;
}

export interface ImportProgress {
  readonly stage: "reading" | "recording" | "judging";
  /** Rows read, or orders recorded or judged, so far. */
  readonly done: number;
  /** Of this stage, 0 to 1; absent where nobody knows. */
  readonly share?: number | undefined;
}
