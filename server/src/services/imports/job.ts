import type { ImportItem } from "@tianyan/api";
import type { TableChoice } from "@tianyan/ingest";

/** An import that waits for its turn. */
export interface ImportJob {
  readonly id: string;
  readonly via: ImportItem["via"];
  readonly paths: readonly string[];
  /** In which the files lie: messages leave them out. */
  readonly folders: readonly string[];
  /** Taken away once they are loaded. */
  readonly uploads: readonly string[];
  /** Null: the saved profile of the same headers, else what is recognised. */
  readonly document: Readonly<Record<string, unknown>> | null;
  /** What was said of single tables. */
  readonly choices: readonly TableChoice[];
}
