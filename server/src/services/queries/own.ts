import { ApiError } from "@tianyan/api";
import {
  type Condition,
  createClock,
  DAY,
  dayStarts,
  type Instant,
  instant,
  isGroup,
  type Leaf,
  zone,
} from "@tianyan/core";
import { codeOf, currentGeneration, firstAcceptance, type OwnCriteria, type Runner, withSubunits } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";
import { loadJudging } from "../judging/setting";

/** What people put together themselves is not waited for as long as what was made to be fast. */
const PATIENCE = "20s";
const STATEMENT_CANCELLED = "57014";

/** As many working days as a condition may name, with all days off that can lie between. */
const AHEAD_DAYS = 900;

/**
 * Conditions of one's own at T as the database takes them; working days are those of the parameters in force at T. Throws for a unit's
 * contact: counts would say what others did.
 */
export async function ownCriteria(reading: Reading, condition: Condition, at: Instant): Promise<OwnCriteria> {
  const { sql } = reading.db;
  const { scope } = reading;
  if (scope.own) throw new ApiError("permission.denied");
  await sql`select set_config('statement_timeout', ${PATIENCE}, true)`;
  const { parameters } = (await loadJudging(sql)).parametersAt(at);
  const [clock, place] = [createClock(parameters), zone(parameters.zone)];
  const first = instant((await firstAcceptance(sql)) ?? at);
  return {
    condition: await withUnitsBelow(sql, condition),
    generation: await currentGeneration(sql),
    at,
    scope,
    daysBefore: dayStarts(clock, place, first, at).filter((start) => start <= at),
    daysAfter: dayStarts(clock, place, at, instant(at + AHEAD_DAYS * DAY)).filter((start) => start > at),
  };
}

async function withUnitsBelow(sql: Runner, condition: Condition): Promise<Condition> {
  if (!isGroup(condition)) return leafWithUnitsBelow(sql, condition);
  if (condition.is === "not") return { is: "not", of: await withUnitsBelow(sql, condition.of) };
  const of: Condition[] = [];
  for (const part of condition.of) of.push(await withUnitsBelow(sql, part));
  return { is: condition.is, of };
}

async function leafWithUnitsBelow(sql: Runner, leaf: Leaf): Promise<Leaf> {
  if (leaf.is === "leg") return { ...leaf, leg: { ...leaf.leg, units: await withSubunits(sql, leaf.leg.units) } };
  if (leaf.is !== "finding") return leaf;
  return { ...leaf, finding: { ...leaf.finding, units: await withSubunits(sql, leaf.finding.units) } };
}

/** A question with conditions of one's own, and what to do where they take too long. */
export async function askedByOneself<T>(own: Condition | undefined | null, ask: () => Promise<T>): Promise<T> {
  if (!own) return ask();
  try {
    return await ask();
  } catch (error) {
    if (codeOf(error) === STATEMENT_CANCELLED) throw new ApiError("query.too_slow");
    throw error;
  }
}
