import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { demoFiles, tableOf } from "../demo";

/** Files of a county in two loads: the second brings more orders, late rows, other texts of rows on record, and broken rows. */
export interface KillFiles {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

const FIRST_SHARE = 0.4;
export const BROKEN_ROWS = 9;

const idOf = (row: string): string => row.slice(0, row.indexOf(","));

/** Writes them into `folder`. */
export async function writeKillFiles(folder: string, orders: number): Promise<KillFiles> {
  const demo = await demoFiles(orders);
  try {
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    for (const part of [first, second]) await mkdir(part);
    const written: { first: string[]; second: string[] } = { first: [], second: [] };
    const write = async (part: "first" | "second", name: string, header: string, rows: readonly string[]) => {
      const path = join(part === "first" ? first : second, name);
      await writeFile(path, `${[header, ...rows].join("\n")}\n`);
      written[part].push(path);
    };
    const early = new Set<string>();
    for (const path of demo.all) {
      const name = basename(path);
      const { header, rows } = await tableOf(path);
      if (path === demo.orders) for (const row of rows.slice(0, rows.length * FIRST_SHARE)) early.add(idOf(row));
      await write("first", name, header, firstRows(path, demo, rows, early));
      await write("second", name, header, path === demo.events ? [...rows, ...brokenRows(rows)] : rows);
    }
    return written;
  } finally {
    await demo.remove();
  }
}

/** Of events every fifth is late, and every seventh has another text yet. */
function firstRows(
  path: string,
  demo: { readonly orders: string; readonly events: string; readonly units: string },
  rows: readonly string[],
  early: ReadonlySet<string>,
): readonly string[] {
  if (path === demo.orders) return rows.filter((row) => early.has(idOf(row)));
  if (path === demo.units) return rows.slice(0, rows.length / 2);
  if (path !== demo.events) return rows;
  return rows
    .filter((row, index) => early.has(idOf(row)) && index % 5 !== 4)
    .map((row, index) =>
      index % 7 === 3 ? row.replace(/,([^,]*)(,[^,]*){3}$/, (all) => `,旧文${all.slice(1)}`) : row,
    );
}

const brokenRows = (rows: readonly string[]): string[] =>
  rows.slice(0, BROKEN_ROWS).map((row, index) => row.replace(/,\d{4}-\d\d-\d\dT/, `,2026-13-${40 + index}T`));
