import type { Effect } from "@tianyan/api";
import { type Runner, withSubunits } from "@tianyan/db";
import type { Actor } from "../../auth/actor";

/**
 * What somebody is told of the effect of a change: it is counted over the whole county, so that only who sees all of it is told, and
 * of no unit from which they are recused.
 */
export async function effectsFor(sql: Runner, { scope, recused }: Actor): Promise<(effect: Effect) => Effect | null> {
  if (Object.values(scope).some((part) => part !== null)) return () => null;
  const shunned = new Set(await withSubunits(sql, recused));
  return (effect) => ({ ...effect, units: effect.units.filter(({ code }) => !shunned.has(code)) });
}
