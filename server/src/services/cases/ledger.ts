import {
  ApiError,
  type MeasureItem,
  type Measures,
  type MeasuresQuery,
  permitted,
  type ReportMeasure,
  requirePermission,
} from "@tianyan/api";
import { isoInstant } from "@tianyan/core";
import {
  ALL_MEASURES,
  changeCaseMeasure,
  countCaseChange,
  lockCase,
  type MeasureRow,
  readMeasures,
  type Transaction,
  withSubunits,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { inChange } from "../in-change";
import type { Services } from "../services";
import { loadUnitNames } from "../units/names";
import { loadCaseClock } from "./case-clock";
import { tell } from "./change";
import { measureItems } from "./measure-item";

/** The rectification ledger: what is not accepted yet, unless asked otherwise. A unit's contact sees what was asked of the unit. */
export const listMeasures = (services: Services, actor: Actor, query: MeasuresQuery): Promise<Measures> =>
  asActor(services, permitted(actor, "measures.read"), (reading) => ledgerOf(reading, query));

const OPEN = ["asked", "reported", "returned"] as const;

async function ledgerOf({ db: { sql }, now }: Reading, query: MeasuresQuery): Promise<Measures> {
  const clock = await loadCaseClock(sql, now());
  const rows = await readMeasures(sql, {
    ...ALL_MEASURES,
    states: query.state.length > 0 ? query.state : OPEN,
    units: query.unit.length > 0 ? await withSubunits(sql, query.unit) : null,
    dueBefore: query.overdue ? clock.today : null,
  });
  const words = { clock, names: await loadUnitNames(sql) };
  const items = await measureItems(sql, rows, words);
  return { at: isoInstant(clock.at), items: query.overdue ? items.filter(({ overdue }) => overdue) : items };
}

/** A unit tells what it did about a measure that was asked of it. Throws where there is none, or it is not waited for. */
export async function reportMeasure(
  services: Services,
  actor: Actor,
  id: string,
  { version, evidence }: ReportMeasure,
): Promise<MeasureItem> {
  requirePermission(actor, "cases.report");
  const [asked] = await asActor(services, actor, ({ db }) => readMeasures(db.sql, { ...ALL_MEASURES, id }));
  if (!asked) throw new ApiError("measure.not_found");
  await inChange(services.work, (tx) => reported(tx, services, actor, asked, { version, evidence }));
  return readMeasure(services, actor, id);
}

/** A measure as the actor sees it. Throws where none is in sight. */
export const readMeasure = (services: Services, actor: Actor, id: string): Promise<MeasureItem> =>
  asActor(services, actor, async ({ db: { sql }, now }) => {
    const rows = await readMeasures(sql, { ...ALL_MEASURES, id });
    const words = { clock: await loadCaseClock(sql, now()), names: await loadUnitNames(sql) };
    const [item] = await measureItems(sql, rows, words);
    if (!item) throw new ApiError("measure.not_found");
    return item;
  });

/** The case is held, so that nobody moves it on what was so before the report. */
async function reported(
  tx: Transaction,
  { now }: Services,
  actor: Actor,
  { id, case_id }: MeasureRow,
  { version, evidence }: ReportMeasure,
): Promise<void> {
  const at = now();
  await lockCase(tx, case_id);
  const [measure] = await readMeasures(tx, { ...ALL_MEASURES, id });
  if (!measure) throw new ApiError("measure.not_found");
  if (measure.version !== version) throw new ApiError("measure.changed");
  if (measure.state === "accepted") throw new ApiError("measure.not_allowed");
  const change = {
    state: "reported",
    evidence,
    reported_by: actor.name,
    reported_at: at,
    look_back: null,
    look_back_note: null,
  } as const;
  await changeCaseMeasure(tx, { measure, change });
  await countCaseChange(tx, case_id);
  const before = { state: measure.state, evidence: measure.evidence };
  const after = { id, unit: measure.unit, state: change.state, evidence };
  await tell(tx, actor, case_id, { kind: "measure_reported", before, after }, at);
}
