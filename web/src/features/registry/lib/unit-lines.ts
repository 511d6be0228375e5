import type { RegisteredUnit } from "@tianyan/api";
import { type TreeLine, treeLines } from "../../../lib/tree";
import type { UnitRegistrySearch } from "./search";

/** The tree; or, where somebody looks for some, those that fit, flat. Provisional ones come first: they wait for somebody. */
export function unitLines(
  units: readonly RegisteredUnit[],
  { q, only }: Pick<UnitRegistrySearch, "q" | "only">,
): TreeLine<RegisteredUnit>[] {
  const wanted = (q ?? "").toLowerCase();
  if (wanted === "" && only === undefined) {
    const provisional = units.filter((unit) => unit.provisional).map((unit) => ({ unit, depth: 0 }));
    return [...provisional, ...treeLines(units.filter((unit) => !unit.provisional))];
  }
  return units
    .filter((unit) => only !== "provisional" || unit.provisional)
    .filter((unit) => only !== "merged" || unit.merger !== null)
    .filter((unit) => [unit.name, unit.code, ...unit.aliases].some((word) => word.toLowerCase().includes(wanted)))
    .map((unit) => ({ unit, depth: 0 }));
}

/** Codes of a unit and of all that stand below it: none of them can stand above it. */
export function withBelow(units: readonly RegisteredUnit[], code: string): ReadonlySet<string> {
  const found = new Set([code]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const unit of units) if (found.has(unit.parent)) found.add(unit.code);
  }
  return found;
}

/** Names one a line, as somebody types them. */
export const aliasList = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n|]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ),
];
