import {
  type ImportItem,
  type ImportsPage,
  type ImportsQuery,
  permitted,
  type RejectsPage,
  type RejectsQuery,
  requirePermission,
} from "@tianyan/api";
import { countRejects, listImportJobs, listRejectRows } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { IdSchema, packCursor, unpackCursor } from "../cursor";
import type { Desk } from "../desk";
import { shown } from "../personal/shown";
import type { Services } from "../services";
import { importInScope, importScope } from "./in-scope";
import { importItem } from "./item";

/** Imports, newest first. */
export async function listImports(
  { work }: Services,
  desk: Desk,
  actor: Actor,
  query: ImportsQuery,
): Promise<ImportsPage> {
  requirePermission(actor, "imports.read");
  const rows = await listImportJobs(work.sql, {
    scope: importScope(actor),
    sources: query.source,
    states: query.state,
    ways: query.via,
    before: unpackCursor(IdSchema, query.cursor),
    limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  return {
    items: page.map((row) => importItem(row, desk)),
    next_cursor: rows.length > query.limit ? packCursor(page.at(-1)?.id) : null,
  };
}

export const readImport = async (services: Services, desk: Desk, actor: Actor, id: string): Promise<ImportItem> =>
  importItem(await importInScope(services, permitted(actor, "imports.read"), id), desk);

/** Rejected rows of an import, in the order in which they were met. */
export async function listRejects(
  services: Services,
  actor: Actor,
  id: string,
  query: RejectsQuery,
): Promise<RejectsPage> {
  requirePermission(actor, "imports.read");
  const { work } = services;
  const job = await importInScope(services, actor, id);
  if (job.batch === null) return { total: 0, reasons: [], items: [], next_cursor: null };
  const after = unpackCursor(IdSchema, query.cursor);
  const [reasons, rows] = await Promise.all([
    countRejects(work.sql, job.batch),
    listRejectRows(work.sql, { batch: job.batch, codes: query.code, after, limit: query.limit + 1 }),
  ]);
  const page = rows.slice(0, query.limit);
  return {
    total: reasons.reduce((sum, { count }) => sum + count, 0),
    reasons: reasons.map((reason) => ({ ...reason })),
    items: page.map(({ column_name: column, row, value, ...reject }) => ({
      ...reject,
      value: shown(value),
      column,
      row: Number(row),
    })),
    next_cursor: rows.length > query.limit ? packCursor(page.at(-1)?.id) : null,
  };
}
