import type { ImportItem, RecognitionResult } from "@tianyan/api";
import { api } from "../../../lib/api";
import { followChange } from "../../../lib/use-change";
import { type UnitDecisions, unitSteps } from "../lib/unit-decisions";

export interface StartOrder {
  readonly recognition: RecognitionResult;
  readonly source: string;
  readonly name: string;
  readonly units: UnitDecisions;
  /** How many units were told to the registry, of how many. */
  readonly onUnits: (done: number, all: number) => void;
}

/** The profile that loads the files as they were previewed, for the source that was chosen. */
export const profileOf = ({ recognition, source, name }: Pick<StartOrder, "recognition" | "source" | "name">) => ({
  ...recognition.profile,
  source,
  name,
});

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
  const usable = order.recognition.files.filter(({ refusal }) => refusal === null);
  return api.startImport({ uploads: usable.map(({ upload }) => upload), profile: profileOf(order) });
}

/** Keeps the profile, with the headers by which it will be known again. */
export const saveProfile = (order: Pick<StartOrder, "recognition" | "source" | "name">) =>
  api.saveProfile(order.source, {
    document: profileOf(order),
    headers: order.recognition.files.flatMap(({ tables }) =>
      tables.filter(({ kind }) => kind !== null).map(({ headers }) => headers),
    ),
  });
