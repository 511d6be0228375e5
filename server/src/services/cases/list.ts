import { type CasesPage, type CasesQuery, permitted } from "@tianyan/api";
import { CASE_STAGES, isoInstant, overdueBefore } from "@tianyan/core";
import { type CaseCriteria, currentGeneration, pageCases, withSubunits } from "@tianyan/db";
import { z } from "zod";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { IdSchema, packCursor, unpackCursor } from "../cursor";
import type { Services } from "../services";
import { type CaseClock, loadCaseClock } from "./case-clock";
import { caseRow, loadCaseWords } from "./rows";

const CursorSchema = z.object({ id: IdSchema });

/** A page of the cases in sight, newest first. */
export const listCases = (services: Services, actor: Actor, query: CasesQuery): Promise<CasesPage> =>
  asActor(services, permitted(actor, "cases.read"), (reading) => pageOf(reading, actor, query));

async function pageOf(reading: Reading, actor: Actor, query: CasesQuery): Promise<CasesPage> {
  const { sql } = reading.db;
  const after = unpackCursor(CursorSchema, query.cursor);
  const clock = await loadCaseClock(sql, reading.now());
  const criteria = await criteriaOf(reading, actor, query, clock);
  const { total, rows: found } = await pageCases(sql, criteria, after?.id ?? null, query.limit + 1);
  const rows = found.slice(0, query.limit);
  const words = await loadCaseWords(sql, clock, rows);
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  return {
    at: isoInstant(clock.at),
    total,
    items: rows.map((row) => caseRow(row, words)),
    next_cursor: last ? packCursor({ id: last.id }) : null,
  };
}

/** Nobody's account: what is asked of the asker's own finds nothing for who has none. */
const NOBODY = "0";

async function criteriaOf(
  { db: { sql } }: Reading,
  actor: Actor,
  query: CasesQuery,
  clock: CaseClock,
): Promise<CaseCriteria> {
  const own = actor.account ?? NOBODY;
  const { source, order_id: orderId, q } = query;
  return {
    generation: await currentGeneration(sql),
    at: clock.at,
    stages: query.stage,
    units: query.unit.length > 0 ? await withSubunits(sql, query.unit) : null,
    assignee: query.mine ? own : null,
    mentioned: query.mentioned ? own : null,
    waiting: query.waiting,
    overdue: query.overdue ? cutoffs(clock) : null,
    reopening: query.reopening,
    order: source === undefined || orderId === undefined ? null : { source, orderId },
    text: q === undefined || q.trim() === "" ? null : q.trim(),
    only: null,
  };
}

const cutoffs = ({ clock, at, stageDays }: CaseClock): NonNullable<CaseCriteria["overdue"]> =>
  CASE_STAGES.flatMap((stage) => {
    const before = overdueBefore(clock, stage, at, stageDays);
    return before === null ? [] : [{ stage, before }];
  });
