import type { UnitItem } from "@tianyan/api";

export interface UnitLine {
  readonly unit: UnitItem;
  /** 0 at the top. */
  readonly depth: number;
}

/** Units under the unit above them, siblings as they come; a unit whose parent is not listed stands at the top. */
export function unitTree(units: readonly UnitItem[]): UnitLine[] {
  const codes = new Set(units.map((unit) => unit.code));
  const children = new Map<string, UnitItem[]>();
  for (const unit of units) {
    const parent = codes.has(unit.parent) && unit.parent !== unit.code ? unit.parent : "";
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const lines: UnitLine[] = [];
  const placed = new Set<string>();
  const place = (parent: string, depth: number) => {
    for (const unit of children.get(parent) ?? []) {
      if (placed.has(unit.code)) continue;
      placed.add(unit.code);
      lines.push({ unit, depth });
      place(unit.code, depth + 1);
    }
  };
  place("", 0);
  // A circle of parents hangs from nothing; its units are shown at the top all the same.
  for (const unit of units) if (!placed.has(unit.code)) lines.push({ unit, depth: 0 });
  return lines;
}

/** Units whose name, code or alias holds the words; found ones stand flat, under no parent. */
export function findUnits(units: readonly UnitItem[], words: string): UnitLine[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return unitTree(units);
  return units
    .filter((unit) => [unit.name, unit.code, ...unit.aliases].some((word) => word.toLowerCase().includes(wanted)))
    .map((unit) => ({ unit, depth: 0 }));
}
