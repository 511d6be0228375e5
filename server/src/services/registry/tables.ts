import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiError, DateSchema, requirePermission } from "@tianyan/api";
import type { UnitRow } from "@tianyan/core";
import { type HolidayRow, readCompetence, readHolidays, readUnits } from "@tianyan/db";
import {
  CANONICAL_PROFILE,
  type CompetenceRow,
  csvField,
  openTable,
  Refusal,
  type TableBatch,
  type TableKind,
  withoutGuard,
} from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { createCleaner } from "../imports/recognise";
import type { Services } from "../services";

/** With a BOM, so that Excel reads Chinese. */
const csv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(csvField).join(",")).join("\r\n")}\r\n`;

export async function exportUnits({ db }: Services, actor: Actor): Promise<string> {
  requirePermission(actor, "registry.read");
  const units = (await readUnits(db.sql)).filter(({ provisional }) => !provisional);
  return csv([
    ["code", "name", "parent", "kind", "aliases"],
    ...units.map(({ code, name, parent, kind, aliases }) => [code, name, parent, kind, aliases.join("|")]),
  ]);
}

export async function exportCompetence({ db }: Services, actor: Actor): Promise<string> {
  requirePermission(actor, "registry.read");
  const rows = await readCompetence(db.sql);
  return csv([["category", "unit"], ...rows.map(({ category, unit }) => [category, unit])]);
}

export async function exportHolidays({ db }: Services, actor: Actor): Promise<string> {
  requirePermission(actor, "registry.read");
  const rows = await readHolidays(db.sql);
  return csv([
    ["date", "works", "note"],
    ...rows.map(({ date, works, note }) => [date, works ? "true" : "false", note]),
  ]);
}

const refused = (zh: string, en: string): ApiError => new ApiError("registry.file_refused", { detail: { zh, en } });

/** The batches of a canonical table; throws an ApiError where it, or any row of it, cannot be used: it counts whole or not at all. */
async function readTable(services: Services, text: string, kind: TableKind): Promise<readonly TableBatch[]> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-table-"));
  try {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, text);
    const table = await openTable(path, CANONICAL_PROFILE, kind);
    const batches: TableBatch[] = [];
    for await (const batch of table.read({ zone: "Asia/Shanghai", now: services.now() })) {
      const [reject] = batch.rejects;
      if (reject)
        throw refused(
          `第 ${reject.row} 行 ${reject.column}：${reject.zh}`,
          `row ${reject.row} ${reject.column}: ${reject.en}`,
        );
      batches.push(batch);
    }
    return batches;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const clean = createCleaner([folder]);
    throw refused(clean(error.words.zh), clean(error.words.en));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function readUnitsTable(services: Services, actor: Actor, text: string): Promise<readonly UnitRow[]> {
  requirePermission(actor, "registry.write");
  const batches = await readTable(services, text, "units");
  return batches
    .flatMap((batch) => (batch.table === "units" ? batch.rows : []))
    .map(({ code, name, parent, kind, aliases }) => ({
      code: withoutGuard(code),
      name: withoutGuard(name),
      parent: withoutGuard(parent),
      kind: withoutGuard(kind),
      aliases: aliases.map(withoutGuard),
    }));
}

export async function readCompetenceTable(
  services: Services,
  actor: Actor,
  text: string,
): Promise<readonly CompetenceRow[]> {
  requirePermission(actor, "registry.write");
  const batches = await readTable(services, text, "competence");
  return batches
    .flatMap((batch) => (batch.table === "competence" ? batch.rows : []))
    .map(({ category, unit }) => ({ category: withoutGuard(category), unit: withoutGuard(unit) }));
}

const WORKS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  是: true,
  否: false,
  上班: true,
  休息: false,
  "1": true,
  "0": false,
};

/** Fields of a line of CSV. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  for (const [, quoted, bare] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    fields.push((quoted?.replaceAll('""', '"') ?? bare ?? "").trim());
  return fields;
}

/** `date,works,note`, as it is exported; a date may stand in it once. */
export function readHolidaysTable(actor: Actor, text: string): readonly HolidayRow[] {
  requirePermission(actor, "registry.write");
  const [head = "", ...lines] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const columns = fieldsOf(head).map((column) => ({ 日期: "date", 上班: "works", 备注: "note" })[column] ?? column);
  const place = (column: string): number => columns.indexOf(column);
  if (place("date") === -1 || place("works") === -1)
    throw refused("缺少 date（日期）或 works（上班）列", "the columns date and works are needed");
  const rows = new Map<string, HolidayRow>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const fields = fieldsOf(line);
    const date = (fields[place("date")] ?? "").replaceAll("/", "-").replace(/-(\d)(?=-|$)/g, "-0$1");
    const works = WORKS[(fields[place("works")] ?? "").toLowerCase()];
    if (!DateSchema.safeParse(date).success || works === undefined || rows.has(date))
      throw refused(
        `第 ${index + 1} 行：日期应为 2026-10-08 且不重复，上班应为 true 或 false`,
        `row ${index + 1}: a date like 2026-10-08, once, and true or false`,
      );
    rows.set(date, { date, works, note: withoutGuard(fields[place("note")] ?? "").slice(0, 200) });
  }
  return [...rows.values()];
}
