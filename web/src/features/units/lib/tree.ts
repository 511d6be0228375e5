import type { UnitItem } from "@tianyan/api";
import { type TreeLine, treeLines } from "../../../lib/tree";

export type UnitLine = TreeLine<UnitItem>;

export const unitTree = (units: readonly UnitItem[]): UnitLine[] => treeLines(units);

/** Units whose name, code or alias holds the words; found ones stand flat, under no parent. */
export function findUnits(units: readonly UnitItem[], words: string): UnitLine[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return unitTree(units);
  return units
    .filter((unit) => [unit.name, unit.code, ...unit.aliases].some((word) => word.toLowerCase().includes(wanted)))
    .map((unit) => ({ unit, depth: 0 }));
}
