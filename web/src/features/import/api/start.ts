import type { ImportItem, RecognitionResult } from "@tianyan/api";
import { api } from "../../../lib/api";
import { followChange } from "../../../lib/use-change";
import { choicesToLoad, commonRows, type TablesSaid, usedTables } from "../lib/table-choices";
import { type UnitDecisions, unitSteps } from "../lib/unit-decisions";

export interface StartOrder {
  readonly recognition: RecognitionResult;
  readonly source: string;
  readonly name: string;
  readonly tables: TablesSaid;
  readonly units: UnitDecisions;
  /** How many units were told to the registry, of how many. */
  readonly onUnits: (done: number, all: number) => void;
}

type ProfileOrder = Pick<StartOrder, "recognition" | "source" | "name" | "tables">;

/** The profile that loads the files as they were previewed, for the source that was chosen. */
function profileOf({ recognition, source, name, tables }: ProfileOrder) {
  const { rows: _, ...profile } = recognition.profile;
  const rows = commonRows(recognition, tables);
  return { ...profile, ...(rows === null ? {} : { rows }), source, name };
}

/** First the registry learns what was decided on units, so that the rows are read by it; then the usable files are loaded. */
export async function startImport(order: StartOrder): Promise<ImportItem> {
  if (Object.keys(order.units).length > 0) {
    const { units } = await api.registeredUnits();
    const steps = unitSteps(order.units, units);
    for (const [at, step] of steps.entries()) {
      order.onUnits(at, steps.length);
      await followChange(await (step.step === "add" ? api.addUnit(step.unit) : api.changeUnit(step.code, step.unit)));
    }
    order.onUnits(steps.length, steps.length);
  }
  const uploads = new Set(usedTables(order.recognition).map(({ upload }) => upload));
  return api.startImport({
    uploads: [...uploads],
    profile: profileOf(order),
    tables: choicesToLoad(order.recognition, order.tables).filter(({ upload }) => uploads.has(upload)),
  });
}

/** Keeps the profile, with the headers by which it will be known again. */
export const saveProfile = (order: ProfileOrder) =>
  api.saveProfile(order.source, {
    document: profileOf(order),
    headers: usedTables(order.recognition).map(({ table }) => table.headers),
  });
