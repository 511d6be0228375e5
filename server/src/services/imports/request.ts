import type { ImportStep } from "@tianyan/api";
import type { Transaction } from "@tianyan/db";
import type { OpenTable, Profile, Reject, TableChoice } from "@tianyan/ingest";
import type { ImportSummary } from "./summary";

export interface ImportRequest {
  readonly profile: Profile;
  /** Paths. */
  readonly files: readonly string[];
  /** What was said of single tables. */
  readonly choices?: readonly TableChoice[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Why rows are left out in other words than those of a profile file. */
  readonly reword?: ((reject: Reject) => Reject) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Done in the same transaction, last; absent: the import is entered in the history as one of the command line. */
  readonly within?:
    | ((tx: Transaction, batch: string, summary: ImportSummary, tables: readonly OpenTable[]) => Promise<void>)
    | undefined;
}

export interface ImportProgress {
  readonly stage: ImportStep;
  /** Bytes of the files checked or read, as they lie on the disk; orders recorded or judged; rejected rows written down. */
  readonly done: number;
  /** Of this stage; absent where nobody knows. */
  readonly total?: number | undefined;
  /** Rows read so far. */
  readonly rows?: number | undefined;
}
