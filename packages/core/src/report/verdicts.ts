import type { Replay } from "../history/replay-types";
import type { Instant } from "../instant";

/** What a centre said to a return, where it counts. */
export interface ReturnVerdict {
  /** Whose leg it fell into. */
  readonly unit: string;
  /** Who gave it: the centre that acted, else the one in whose pool the order was last. */
  readonly centre: string;
  readonly at: Instant;
  readonly approved: boolean;
}

/** The verdicts on returns that count, in replay order; `centres` are codes. */
export function returnVerdicts({ events, pools }: Replay, centres: readonly string[]): ReturnVerdict[] {
  const entered = new Map(pools.map(({ startEvent, centre }) => [startEvent, centre]));
  // The first event enters the chief's pool even where it has no effect of its own.
  let pool = pools[0]?.centre ?? "";
  return events.flatMap(({ event, leg, counts }): ReturnVerdict[] => {
    const { kind, unit, at } = event;
    const centre = unit !== null && centres.includes(unit) ? unit : pool;
    pool = entered.get(event) ?? pool;
    if (!leg || !counts || (kind !== "return_approved" && kind !== "return_rejected")) return [];
    return [{ unit: leg.unit, centre, at, approved: kind === "return_approved" }];
  });
}
