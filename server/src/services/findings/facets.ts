import { type Facet, type FindingFacets, type FindingFilter, requirePermission } from "@tianyan/api";
import { compareCodePoints, instant, isoInstant, isRuleId, isSettled, zone } from "@tianyan/core";
import { countFacets, countStandings, type FacetCount, readSources, readVisitBefore } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { instantOf } from "../instants";
import { loadJudging } from "../judging/setting";
import { askedByOneself } from "../queries/own";
import type { Services } from "../services";
import { loadUnitNames } from "../units/names";
import { findingCriteria } from "./criteria";
import { dayStart, weekEnd } from "./days";

const mostFirst = (a: Facet, b: Facet): number => b.count - a.count || compareCodePoints(a.value, b.value);

/** Counts of paths, and of every part of them from the top. */
function withAncestors(paths: readonly Facet[]): Facet[] {
  const counts = new Map<string, number>();
  for (const { value, count } of paths) {
    const steps = value.split(">");
    for (const [index] of steps.entries()) {
      const path = steps.slice(0, index + 1).join(">");
      counts.set(path, (counts.get(path) ?? 0) + count);
    }
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** Counts by facet at T under the filter of a list. */
export async function facetsOfFindings(
  services: Services,
  actor: Actor,
  filter: FindingFilter,
): Promise<FindingFacets> {
  requirePermission(actor, "findings.read");
  const visited = actor.account === null ? null : await readVisitBefore(services.db.sql, actor.account);
  return askedByOneself(filter.own, () => asActor(services, actor, (reading) => readFacets(reading, filter, visited)));
}

async function readFacets(reading: Reading, filter: FindingFilter, visited: number | null): Promise<FindingFacets> {
  const { scope } = reading;
  const { sql } = reading.db;
  const at = instantOf(reading, filter.at);
  const clock = zone((await loadJudging(sql)).parametersAt(at).parameters.zone);
  const newFrom = dayStart(clock, at);
  const bounds = { newFrom, unseenFrom: visited ?? newFrom, redBefore: weekEnd(clock, at) };
  const criteria = await findingCriteria(reading, filter, at);
  const [counts, names, sources] = await Promise.all([
    countFacets(sql, criteria, bounds),
    loadUnitNames(sql),
    readSources(sql),
  ]);
  const of = (facet: FacetCount["facet"]): Facet[] =>
    counts.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  const only = (facet: FacetCount["facet"], value = ""): number =>
    of(facet).find((row) => row.value === value)?.count ?? 0;
  const standings = await countStandings(sql, criteria, reading.account, only("total"));
  const sourceNames = new Map(sources.map(({ code, name }) => [code, name]));
  return {
    at: isoInstant(at),
    total: only("total"),
    level: { yellow: only("level", "1"), orange: only("level", "2"), red: only("level", "3") },
    rule: of("rule")
      .sort(mostFirst)
      .flatMap(({ value, count }) => (isRuleId(value) ? [{ value, count }] : [])),
    unit: of("unit")
      .sort(mostFirst)
      .map((row) => ({ ...row, name: names.name(row.value) })),
    district: of("district").sort(mostFirst),
    category: withAncestors(of("category")).sort(mostFirst),
    source: of("source")
      .sort(mostFirst)
      .map((row) => ({ ...row, name: sourceNames.get(row.value) ?? row.value })),
    status: scope.own ? [] : standings.map(({ status, count }) => ({ value: status, count })),
    mine: standings.filter(({ status }) => !isSettled(status)).reduce((sum, { mine }) => sum + mine, 0),
    new_since_visit: visited === null ? null : { count: only("unseen"), from: isoInstant(instant(visited)) },
    new_since_yesterday: { count: only("new"), from: isoInstant(bounds.newFrom) },
    turn_red_this_week: { count: only("red"), before: isoInstant(bounds.redBefore) },
  };
}
