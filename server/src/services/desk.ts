import type { OutgoingRules } from "../outgoing/guarded-fetch";
import { createDemoProgress, type DemoProgress } from "./demo/progress";
import { createRunner, type Runner } from "./jobs/runner";

/** Where imports are taken in: their files, their limits, and what runs one at a time. */
export interface Desk {
  /** Folder of uploads and of workbooks of rejects. */
  readonly folder: string;
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number;
  /** Bytes of one body of `POST /api/ingest`. */
  readonly ingestLimit: number;
  /** How many bodies may wait, the one being written included. */
  readonly ingestQueue: number;
  readonly runner: Runner;
  /** Bodies of `POST /api/ingest`, one after the other. */
  readonly ingesting: Runner;
  /** By which other systems are told. */
  readonly outgoing: OutgoingRules;
  /** How far the invented county has come. */
  readonly demo: DemoProgress;
  /** Where what failed inside is told to those who run the server. */
  readonly log: (text: string) => void;
}

const GIB = 1024 ** 3;

export const createDesk = (
  given: Partial<Omit<Desk, "runner" | "ingesting" | "demo">> & Pick<Desk, "folder">,
): Desk => ({
  uploadLimit: 2 * GIB,
  ingestLimit: 32 * 1024 * 1024,
  ingestQueue: 16,
  outgoing: { allowHosts: [] },
  log: () => undefined,
  ...given,
  runner: createRunner(),
  ingesting: createRunner(),
  demo: createDemoProgress(),
});
