import type { Instant } from "@tianyan/core";
import { type Affair, type LegEnd, later } from "../affair";
import { contact, finish, progress, sign, visit } from "./steps";

/** Share of legs in which a good unit is slow with its first call: people are ill, on leave, forget. */
const SLIP = 0.026;

/** A unit that works well: signs, calls, goes there, works, answers. */
export function work(affair: Affair, unit: string, start: Instant): LegEnd {
  const signed = sign(affair, unit, start);
  const slips = affair.order.urgency === "normal" && affair.random.chance(SLIP);
  const called = contact(affair, unit, signed, slips ? [420, 640, 900, 1300] : undefined);
  return { how: "done", at: workOn(affair, unit, called) };
}

/** From the first call to the report. */
export function workOn(affair: Affair, unit: string, called: Instant): Instant {
  const { order, random } = affair;
  if (order.urgency === "emergency") {
    return finish(affair, unit, later(affair, unit, visit(affair, unit, called), [8, 15, 25, 45]));
  }
  if (order.urgency === "urgent") {
    return finish(affair, unit, later(affair, unit, visit(affair, unit, called, [20, 60, 120]), [40, 120, 300, 600]));
  }
  if (order.type === "consult") return finish(affair, unit, later(affair, unit, called, [5, 20, 60, 150]));
  const seen = order.matter.onSite && random.chance(0.78) ? visit(affair, unit, called) : called;
  if (order.slaClass === "complex") return finish(affair, unit, inStages(affair, unit, seen, random.int(3, 6)));
  const staged = random.chance(0.22) ? progress(affair, unit, seen, [120, 300, 500, 700]) : seen;
  return finish(affair, unit, later(affair, unit, staged, [30, 120, 260, 420, 680]));
}

/** A large piece of work, with a note of progress every other day. */
function inStages(affair: Affair, unit: string, from: Instant, stages: number): Instant {
  let at = from;
  for (let stage = 0; stage < stages; stage++) {
    at = affair.random.chance(0.25)
      ? visit(affair, unit, at, [300, 500, 800])
      : progress(affair, unit, at, [300, 500, 800, 1000]);
  }
  return later(affair, unit, at, [60, 200, 500]);
}
