import { type Runner, readUnits, type StoredUnit } from "@tianyan/db";

/** Names of units by code; a code that nobody named stands for itself. */
export interface UnitNames {
  name(code: string): string;
  readonly units: readonly StoredUnit[];
}

export async function loadUnitNames(sql: Runner): Promise<UnitNames> {
  const units = await readUnits(sql);
  const names = new Map(units.map((unit) => [unit.code, unit.name]));
  return { name: (code) => names.get(code) ?? code, units };
}
