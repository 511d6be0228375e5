import type { UnitRow, Units } from "@tianyan/core";
import { addProvisionalUnits, readUnits, removeProvisionalUnits, type Transaction, upsertUnits } from "@tianyan/db";
import { pinyin } from "pinyin-pro";
import type { MetUnits } from "../judging/compare";

/** By which Chinese names sort the same everywhere. */
export const pinyinKey = (name: string): string =>
  pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" }).join(" ").replace(/\s+/g, " ").toLowerCase();

/** Adds the rows of a units table; true where that changed anything. */
export async function listUnits(tx: Transaction, rows: readonly UnitRow[], now: number): Promise<boolean> {
  if (rows.length === 0) return false;
  const last = new Map(rows.map((row) => [row.code, row]));
  const units = [...last.values()].map((row) => ({
    ...row,
    name: row.name || row.code,
    pinyin: pinyinKey(row.name || row.code),
  }));
  return upsertUnits(tx, units, now);
}

/** Units that were met and are on no list become provisional, to be confirmed. Answers with how many are new. */
export function meetUnits(tx: Transaction, met: MetUnits, now: number): Promise<number> {
  const unknown = [...met].filter(([, unit]) => !unit.listed);
  const units = unknown.map(([code, { name, centre }]) => ({
    code,
    name,
    pinyin: pinyinKey(name),
    kind: centre ? "centre" : "",
  }));
  return addProvisionalUnits(tx, units, now);
}

/** Takes out provisional units that turned out to be another unit's name or alias. */
export async function confirmUnits(tx: Transaction, known: Units): Promise<void> {
  const provisional = (await readUnits(tx)).filter((unit) => unit.provisional);
  const resolved = provisional.filter(({ code }) => known.resolve(code) !== code).map(({ code }) => code);
  if (resolved.length > 0) await removeProvisionalUnits(tx, resolved);
}
