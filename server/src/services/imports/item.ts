import { FaultSchema, type ImportItem, type ImportSummarySchema, ProgressSchema } from "@tianyan/api";
import type { ImportJobRow } from "@tianyan/db";
import type { z } from "zod";
import type { Desk } from "../desk";
import { isoOrNull } from "../instants";
import { shown } from "../personal/shown";

export const jobKey = (id: string): string => `import ${id}`;

/** The import as the API tells it. */
export function importItem(row: ImportJobRow, desk: Desk): ImportItem {
  const state = row.state as ImportItem["state"];
  return {
    id: row.id,
    source: row.source,
    state,
    via: row.via as ImportItem["via"],
    actor: row.actor,
    created_at: isoOrNull(row.created_at) ?? "",
    started_at: isoOrNull(row.started_at),
    finished_at: isoOrNull(row.finished_at),
    names: row.names.map(shown),
    files: (row.files as ImportItem["files"]).map((file) => ({ ...file, name: shown(file.name) })),
    progress: row.progress === null ? null : ProgressSchema.parse(row.progress),
    summary: row.summary as z.infer<typeof ImportSummarySchema> | null,
    error: row.error === null ? null : FaultSchema.parse(row.error),
    attempts: row.attempts,
    ahead: state === "waiting" ? desk.runner.ahead(jobKey(row.id)) : 0,
    undo: row.undone_at === null ? null : { at: isoOrNull(row.undone_at) ?? "", actor: row.undone_by ?? "" },
    can_undo: state === "done" && row.accounted,
  };
}
