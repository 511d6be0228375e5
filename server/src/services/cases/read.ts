import { createHash } from "node:crypto";
import { ApiError, type CaseDetail, may, requirePermission } from "@tianyan/api";
import { waysOut } from "@tianyan/core";
import { currentGeneration, type ListedCase, pageCases, takePoint } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { record } from "../audit/record";
import { isoOrNull } from "../instants";
import { shown } from "../personal/shown";
import type { Services } from "../services";
import { loadCaseClock } from "./case-clock";
import { factsOf } from "./facts";
import { partsOf } from "./parts";
import { peopleOf } from "./people";
import { caseRow, loadCaseWords } from "./rows";

const ALL = {
  stages: [],
  units: null,
  assignee: null,
  mentioned: null,
  waiting: false,
  overdue: null,
  reopening: false,
  order: null,
  text: null,
};

/** Everything of one case. Where it shows who was dealt with, the trail says who looked, once an hour. Throws where none is in sight. */
export async function readCase(services: Services, actor: Actor, id: string): Promise<CaseDetail> {
  requirePermission(actor, "cases.read");
  const detail = await caseDetail(services, actor, id);
  const count = detail.people?.length ?? 0;
  if (count > 0) await tellOnce(services, actor, id, count);
  return detail;
}

const HOUR_SECONDS = 3_600;

/** Once a session, a case and an hour: whoever works on a case loads it again with every change. */
async function tellOnce({ db }: Services, actor: Actor, id: string, people: number): Promise<void> {
  await db.sql.begin(async (tx) => {
    const looked = `${actor.session ?? actor.name} ${id} ${people}`;
    const { points } = await takePoint(tx, "people", createHash("sha256").update(looked).digest("hex"), HOUR_SECONDS);
    if (points > 1) return;
    const subject = { type: "case", id };
    await record(tx, actor, { action: "case.people_read", subject, after: { people }, outcome: "done" });
  });
}

/** The case as the actor sees it after a change of their own. */
export const caseDetail = (services: Services, actor: Actor, id: string): Promise<CaseDetail> =>
  asActor(services, actor, (reading) => detailOf(reading, actor, id));

async function detailOf(reading: Reading, actor: Actor, id: string): Promise<CaseDetail> {
  const { sql } = reading.db;
  const clock = await loadCaseClock(sql, reading.now());
  const generation = await currentGeneration(sql);
  const { rows } = await pageCases(sql, { ...ALL, generation, at: clock.at, only: id }, null, 1);
  const [row] = rows;
  if (!row) throw new ApiError("case.not_found");
  const words = await loadCaseWords(sql, clock, rows);
  return {
    ...caseRow(row, words),
    at: isoOrNull(clock.at) ?? "",
    note: shown(row.note),
    suspended_from: row.suspended_from as CaseDetail["suspended_from"],
    moves: await movesOf(reading, row, actor),
    people: may(actor.post, "cases.people") ? await peopleOf(sql, id, words.names) : null,
    ...(await partsOf(reading, id, { generation, words })),
  };
}

/** Every way out of the stage, with what stands in it. */
async function movesOf({ db: { sql } }: Reading, row: ListedCase, { post }: Actor): Promise<CaseDetail["moves"]> {
  return waysOut(await factsOf(sql, row)).map(({ transition, to, approval, refusals }) => ({
    action: transition.action,
    to,
    mine: transition.posts.some((allowed) => allowed === post),
    approval,
    reason_required: transition.reason,
    refusals: refusals.map(({ code, zh, en }) => ({ code, zh, en })),
  }));
}
