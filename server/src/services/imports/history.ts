import type { ImportItem } from "@tianyan/api";
import { addImportJob, changeImportJob, type ImportJobChange, type Transaction } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { nameOfFile } from "./account";
import type { ImportSummary } from "./summary";

/** What the history keeps of an import that is done. */
export function outcomeOf(summary: ImportSummary, seconds: number, now: number): ImportJobChange {
  const files: ImportItem["files"] = summary.files.map(({ file, table, rows, rejected, known }) => ({
    name: nameOfFile(file),
    table,
    rows,
    rejected,
    known,
  }));
  const told: ImportItem["summary"] = {
    orders: summary.orders,
    rows: summary.events_rows,
    known_rows: summary.known_rows,
    rejected: summary.rejected,
    judged: summary.judged,
    findings: summary.findings,
    provisional_units: summary.provisional_units,
    seconds: Math.round(seconds * 10) / 10,
  };
  return {
    state: "done",
    source: summary.source,
    batch: summary.batch,
    files,
    summary: told,
    progress: null,
    finished_at: now,
  };
}

/** Enters an import that nobody waits for in the history, with its batch. */
export const enterAsCommand =
  (actor: Actor, paths: readonly string[], now: number, via: ImportItem["via"] = "command") =>
  async (tx: Transaction, _batch: string, summary: ImportSummary): Promise<void> => {
    const began = performance.now();
    const job = {
      state: "recording",
      via,
      actor: actor.name,
      source: summary.source,
      names: paths.map(nameOfFile),
      uploads: [],
      profile: null,
      tables: [],
    };
    const id = await addImportJob(tx, job, now);
    await changeImportJob(tx, id, { ...outcomeOf(summary, (performance.now() - began) / 1000, now), started_at: now });
  };
