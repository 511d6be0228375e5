import { ApiError } from "@tianyan/api";
import { addCaseUnits, type Transaction, unitsThatExist, withSubunits } from "@tianyan/db";
import type { Actor } from "../../auth/actor";

/**
 * Has the case name these units, so that whoever is of one of them is out of it; answers how many it did not name before. Throws
 * where a unit is not on the list, or the actor would be out of it too.
 */
export async function nameUnits(
  tx: Transaction,
  actor: Actor,
  id: string,
  units: readonly string[],
  at: number,
): Promise<number> {
  const recused = new Set(await withSubunits(tx, actor.recused));
  if (units.some((unit) => recused.has(unit))) throw new ApiError("case.recused");
  return addCaseUnits(tx, id, units, at);
}

/** The same with units that somebody chose: they have to be on the list. */
export async function nameListedUnits(
  tx: Transaction,
  actor: Actor,
  id: string,
  units: readonly string[],
  at: number,
): Promise<number> {
  const listed = await unitsThatExist(tx, units);
  if (units.some((unit) => !listed.has(unit))) throw new ApiError("case.unit_unknown");
  return nameUnits(tx, actor, id, units, at);
}
