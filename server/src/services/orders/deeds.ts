import type { Actor } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import { currentGeneration, type DeedCriteria, type Runner, withSubunits } from "@tianyan/db";

export type DeedPeriod = Pick<DeedCriteria, "sources" | "from" | "to"> & { readonly at: Instant };

/** What happened to orders in a period, as the database is asked for it, under the actor's scope. */
export async function deedCriteria(sql: Runner, actor: Actor, period: DeedPeriod): Promise<DeedCriteria> {
  return {
    ...period,
    generation: await currentGeneration(sql),
    scope: { ...actor.scope, units: actor.scope.units && (await withSubunits(sql, actor.scope.units)) },
  };
}
