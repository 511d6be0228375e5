import { ApiError, type CaseDetail, type ChangeMeasure, type NewMeasure, requirePermission } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import {
  ALL_MEASURES,
  addCaseMeasure,
  changeCaseMeasure,
  type MeasureChange,
  type MeasureRow,
  readMeasures,
  type Transaction,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { loadCaseClock } from "./case-clock";
import { type CaseChange, changeCase } from "./change";
import { nameListedUnits } from "./units";

/** Asks a unit to put something right, by a day. */
export async function addMeasure(services: Services, actor: Actor, id: string, given: NewMeasure): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    const { problem, measure, unit } = given;
    await nameListedUnits(tx, actor, id, [unit], at);
    const due_on = await lastDay(tx, at, given.due);
    const entry = await addCaseMeasure(tx, id, { problem, measure, unit, due_on }, at);
    return { kind: "measure_added", after: { id: entry, unit, problem, measure, due_on, state: "asked" } };
  });
}

/** Puts otherwise what is asked for, checks the report, or says what was seen later. Throws where the measure is not at that point. */
export async function changeMeasure(
  services: Services,
  actor: Actor,
  { id, entry }: { readonly id: string; readonly entry: string },
  given: ChangeMeasure,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  return changeCase(services, actor, id, { seen: given.version }, async ({ tx, at }) => {
    const [measure] = await readMeasures(tx, { ...ALL_MEASURES, caseId: id, id: entry });
    if (!measure) throw new ApiError("case.entry_not_found");
    const change = await changeOf(tx, actor, at, measure, given);
    if (!change) throw new ApiError("measure.not_allowed");
    await changeCaseMeasure(tx, { measure, change });
    return { kind: "measure_changed", ...changedFields(measure, { ...measure, ...change }) };
  });
}

const FIELDS = ["problem", "measure", "due_on", "state", "checked_note", "look_back", "look_back_note"] as const;

/** Old and new values of what the change was about. */
function changedFields(old: MeasureRow, now: MeasureRow): Pick<CaseChange, "before" | "after"> {
  const changed = FIELDS.filter((field) => old[field] !== now[field]);
  const of = (row: MeasureRow) => Object.fromEntries(changed.map((field) => [field, row[field]]));
  return { before: of(old), after: { id: old.id, unit: old.unit, ...of(now) } };
}

/** Null where the measure is not at that point. One that does not hold is asked for again. */
async function changeOf(
  tx: Transaction,
  { name }: Actor,
  at: Instant,
  { state }: MeasureRow,
  given: ChangeMeasure,
): Promise<MeasureChange | null> {
  switch (given.act) {
    case "rewrite":
      if (state === "accepted") return null;
      return { problem: given.problem, measure: given.measure, due_on: await lastDay(tx, at, given.due) };
    case "check":
      if (state !== "reported") return null;
      return { state: given.verdict, checked_by: name, checked_at: at, checked_note: given.note };
    case "look_back":
      if (state !== "accepted") return null;
      return {
        look_back: given.result,
        look_back_note: given.note,
        ...(given.result === "not_held" ? { state: "returned" } : {}),
      };
  }
}

async function lastDay(tx: Transaction, at: Instant, due: NewMeasure["due"]): Promise<string> {
  return "on" in due ? due.on : (await loadCaseClock(tx, at)).dateAfter(due.working_days);
}
