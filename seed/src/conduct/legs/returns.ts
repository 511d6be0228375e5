import { HOUR, type Instant, instant } from "@tianyan/core";
import { afterWork, OFFICE } from "../../clock";
import { TRANSFERS } from "../../words/notes";
import { type Affair, clerk, type LegEnd, later, phrase } from "../affair";
import { approveReturn, rejectReturn } from "../centre";
import { workOn } from "./ordinary";
import { contact, requestReturn, sign } from "./steps";

const POINTS_AWAY = ["not_in_charge", "wrong_place", "ownership_unclear"];

/** The centre answers a request within hours, now and then the next day. */
const verdictTime = (affair: Affair, asked: Instant): Instant =>
  afterWork(asked, affair.random.along([8, 40, 90, 180, 420]), OFFICE);

/** A unit that got an order it is not in charge of: most give it back at once, as they should. */
export function giveBack(affair: Affair, unit: string, start: Instant): LegEnd {
  const { random } = affair;
  let at = sign(affair, unit, start);
  if (random.chance(0.3)) at = contact(affair, unit, at);
  at = later(affair, unit, at, random.chance(0.12) ? [700, 900, 1300] : [10, 40, 90, 200]);
  requestReturn(affair, unit, at, affair.inCharge, { codes: POINTS_AWAY });
  const verdict = verdictTime(affair, at);
  if (random.chance(0.93)) {
    approveReturn(affair, verdict);
    return { how: "returned", at: verdict, pointsTo: affair.inCharge };
  }
  rejectReturn(affair, verdict);
  return { how: "done", at: workOn(affair, unit, contact(affair, unit, verdict)) };
}

/** A unit that is in charge and asks to be rid of the order first, on whatever ground. */
export function returnFirst(affair: Affair, unit: string, start: Instant, other: string): LegEnd {
  const { random, chronicle } = affair;
  chronicle.plant("returns-first", unit, start);
  let at = sign(affair, unit, start);
  const looked = random.chance(0.12);
  if (looked) at = contact(affair, unit, at);
  let ground: string | null = null;
  for (let attempt = 1; attempt <= 3; attempt++) {
    at = later(affair, unit, at, attempt === 1 && random.chance(0.3) ? [650, 900, 1500] : [20, 90, 240, 500]);
    const same = ground !== null && random.chance(0.45) ? { codes: [ground] } : ground === null ? {} : { not: ground };
    ground = requestReturn(affair, unit, at, other, same);
    at = verdictTime(affair, at);
    if (random.chance(0.32)) {
      approveReturn(affair, at);
      return { how: "returned", at, pointsTo: other };
    }
    rejectReturn(affair, at);
    if (!random.chance(0.42)) break;
  }
  const called = contact(affair, unit, at, random.chance(0.35) ? [500, 1100, 2000] : [20, 120, 300]);
  return { how: "done", at: workOn(affair, unit, called) };
}

/** One of two units that each say the other is in charge: by way of the centre, or straight to the other. */
export function playBall(affair: Affair, unit: string, start: Instant, other: string): LegEnd {
  const { random } = affair;
  const signed = sign(affair, unit, start, [20, 120, 300, 500]);
  const at = later(affair, unit, signed, [60, 240, 420, 900, 1300]);
  if (random.chance(0.25)) {
    affair.chronicle.add("transferred", at, unit, {
      toUnit: other,
      text: phrase(affair, TRANSFERS, other),
      operator: clerk(affair, unit),
    });
    return { how: "moved", at, to: other };
  }
  requestReturn(affair, unit, at, other, { codes: ["not_in_charge", "ownership_unclear"] });
  const verdict = instant(Math.max(verdictTime(affair, at), at + HOUR / 4));
  approveReturn(affair, verdict);
  return { how: "returned", at: verdict, pointsTo: other };
}
