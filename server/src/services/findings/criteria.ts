import type { FindingFilter } from "@tianyan/api";
import { type Instant, LEVELS } from "@tianyan/core";
import { currentGeneration, type FindingCriteria, withSubunits } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readInstantOrNull } from "../instants";
import type { Services } from "../services";

/** The filter of a request as the database takes it, under the actor's scope. */
export async function findingCriteria(
  { db }: Services,
  actor: Actor,
  filter: FindingFilter,
  at: Instant,
): Promise<FindingCriteria> {
  const units = await withSubunits(db.sql, filter.unit);
  return {
    generation: await currentGeneration(db.sql),
    at,
    watchlist: filter.view === "watchlist",
    scope: { ...actor.scope, units: actor.scope.units && (await withSubunits(db.sql, actor.scope.units)) },
    rules: filter.rule,
    levels: filter.level.map((level) => LEVELS.indexOf(level) + 1),
    units,
    districts: filter.district,
    categories: filter.category,
    sources: filter.source,
    from: readInstantOrNull(filter.from),
    to: readInstantOrNull(filter.to),
    redBefore: readInstantOrNull(filter.red_before),
    text: filter.q?.trim() || null,
    exempt: filter.exempt ?? null,
  };
}
