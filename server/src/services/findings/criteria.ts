import type { FindingFilter } from "@tianyan/api";
import { type Instant, LEVELS } from "@tianyan/core";
import { currentGeneration, type FindingCriteria, ownOfFindings, withSubunits } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";
import { readInstantOrNull } from "../instants";
import { ownCriteria } from "../queries/own";

/** The system has no account, and decides nothing. */
const NOBODY = "0";

/** The filter of a request as the database takes it, under the reader's scope. */
export async function findingCriteria(reading: Reading, filter: FindingFilter, at: Instant): Promise<FindingCriteria> {
  const { db, scope, account } = reading;
  const own = filter.own && (await ownCriteria(reading, filter.own, at));
  const units = await withSubunits(db.sql, filter.unit);
  return {
    generation: await currentGeneration(db.sql),
    at,
    watchlist: filter.view === "watchlist",
    scope,
    rules: filter.rule,
    levels: filter.level.map((level) => LEVELS.indexOf(level) + 1),
    units,
    districts: filter.district,
    categories: filter.category,
    sources: filter.source,
    from: readInstantOrNull(filter.from),
    to: readInstantOrNull(filter.to),
    newSince: readInstantOrNull(filter.new_since),
    redBefore: readInstantOrNull(filter.red_before),
    text: filter.q?.trim() || null,
    order: filter.order ?? null,
    own: own ? (sql) => ownOfFindings(sql, own) : null,
    exempt: filter.exempt ?? null,
    statuses: [...new Set(filter.status)],
    decidedBy: filter.mine ? (account ?? NOBODY) : null,
  };
}
