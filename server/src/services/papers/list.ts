import { type PapersExport, type PapersPage, type PapersQuery, permitted } from "@tianyan/api";
import { isoInstant } from "@tianyan/core";
import { type PaperCriteria, pagePapers, type Runner, withSubunits } from "@tianyan/db";
import { z } from "zod";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { type CaseClock, loadCaseClock } from "../cases/case-clock";
import { IdSchema, packCursor, unpackCursor } from "../cursor";
import type { Services } from "../services";
import { loadPaperWords, paperItem } from "./rows";

const CursorSchema = z.object({ id: IdSchema });

/** A page of the register: papers of cases in sight, newest first; for a unit's contact what was served to the unit. */
export const listPapers = (services: Services, actor: Actor, query: PapersQuery): Promise<PapersPage> =>
  asActor(services, permitted(actor, "papers.read"), (reading) => pageOf(reading, query));

async function pageOf({ db: { sql }, now, scope }: Reading, query: PapersQuery): Promise<PapersPage> {
  const after = unpackCursor(CursorSchema, query.cursor);
  const clock = await loadCaseClock(sql, now());
  const criteria = await paperCriteria(sql, query, clock);
  const { total, rows: found } = await pagePapers(sql, criteria, after?.id ?? null, query.limit + 1);
  const rows = found.slice(0, query.limit);
  const words = await loadPaperWords(sql, rows, { clock, own: scope.own });
  const last = found.length > rows.length ? rows.at(-1) : undefined;
  return {
    at: isoInstant(clock.at),
    total,
    items: rows.map((row) => paperItem(row, words)),
    next_cursor: last ? packCursor({ id: last.id }) : null,
  };
}

/** The filters of the register for the database. */
export const paperCriteria = async (sql: Runner, query: PapersExport, clock: CaseClock): Promise<PaperCriteria> => ({
  states: query.state,
  kinds: query.kind,
  units: query.unit.length > 0 ? await withSubunits(sql, query.unit) : null,
  caseId: query.case ?? null,
  overdueBefore: query.overdue ? clock.today : null,
  unanswered: query.unanswered,
  text: query.q === undefined || query.q.trim() === "" ? null : query.q.trim(),
  only: null,
});
