import type { Fate } from "../../../../packages/db/test/support/wire";
import type { KillCounty } from "./county";
import type { Point } from "./plan";
import { isPlace } from "./scene";
import { endOf } from "./stage";

/** The statement at which it was killed; null: it had ended before. */
export interface Struck {
  readonly place: string | null;
  /** Its number in the plan. */
  readonly step: number;
}

/** Arms the wire for a work of these steps: at the place of `point` the killing is done, once. */
export function strikeAt(
  county: KillCounty,
  { at: share, arrives }: Point,
  steps: readonly string[],
  kill: (backend: number) => void,
): Struck {
  const step = share === "commit" ? endOf(steps) + 1 : 1 + Math.floor(share * steps.length);
  const struck: { place: string | null; step: number } = { place: null, step };
  let passed = 0;
  county.wire.onStep = (at): Fate => {
    if (struck.place !== null) return "passes";
    if (!isPlace(at)) return "passes";
    passed += 1;
    if (passed < step) return "passes";
    struck.place = at.text;
    // Nothing answers to a piece of COPY.
    if (arrives && at.text !== "copy data") return () => kill(at.backend);
    kill(at.backend);
    return arrives ? "passes" : "is lost";
  };
  return struck;
}
