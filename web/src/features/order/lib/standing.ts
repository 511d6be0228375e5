import type { Instant } from "@tianyan/core";
import { instant } from "@tianyan/core";
import type { CaseFile } from "./case-file";

/** Where the order is at the instant of the file. */
export type Standing =
  | { readonly state: "pool" | "held" | "suspended"; readonly unit: string; readonly since: Instant }
  | { readonly state: "done"; readonly unit: string | null; readonly since: Instant }
  | { readonly state: "unknown" };

export function standingOf({ replay }: CaseFile): Standing {
  const spell = replay.spells.at(-1);
  if (!spell) return { state: "unknown" };
  if (spell.end !== null) return { state: "done", unit: spell.doneBy, since: spell.end };
  const suspension = replay.suspensions.find((one) => one.end === null && one.leg.end === null);
  if (suspension) return { state: "suspended", unit: suspension.leg.unit, since: suspension.start };
  const leg = replay.legs.find((one) => one.end === null);
  if (leg) return { state: "held", unit: leg.unit, since: leg.start };
  const pool = replay.pools.find((one) => one.end === null);
  return pool ? { state: "pool", unit: pool.centre, since: pool.start } : { state: "unknown" };
}

/** The due instant of the last spell, and how the order stands to it, in working days. */
export interface DueStanding {
  readonly due: Instant;
  readonly state: "ahead" | "today" | "passed" | "kept" | "missed";
  readonly workingDays: number;
}

export function dueStanding({ replay, clock, at }: CaseFile): DueStanding | null {
  const spell = replay.spells.at(-1);
  const due = replay.dues.filter((span) => span.spell === spell).at(-1)?.due;
  if (!spell || due === undefined) return null;
  const lastMoment = instant(due - 1);
  const end = spell.end ?? at;
  const late = end >= due;
  const workingDays = late ? clock.workingDaysBetween(lastMoment, end) : clock.workingDaysBetween(end, lastMoment);
  if (spell.end !== null) return { due, state: late ? "missed" : "kept", workingDays };
  if (late) return { due, state: "passed", workingDays };
  return { due, state: workingDays === 0 ? "today" : "ahead", workingDays };
}
