import { DAY, HOUR, type Instant, instant } from "@tianyan/core";
import { afterWork, endOfWorkday, OFFICE } from "../../clock";
import { DISCIPLINE } from "../../county/units";
import { EXTENSIONS, HOLLOW, SUPERVISIONS, SUSPENSIONS, UNSEEN, URGES } from "../../words/notes";
import { type Affair, clerk, type LegEnd, later, phrase } from "../affair";
import { operator } from "../centre";
import { workOn } from "./ordinary";
import { contact, finish, progress, sign, visit } from "./steps";

/** Lets the order lie: no call, no visit, for days or weeks; a few are never picked up again. */
export function letLie(affair: Affair, unit: string, start: Instant): LegEnd {
  const { random, chronicle } = affair;
  chronicle.plant("lets-lie", unit, start);
  const signed = sign(affair, unit, start, random.chance(0.5) ? [20, 120, 380] : [500, 800, 1200, 2100]);
  if (random.chance(0.015)) {
    urge(affair, signed, instant(signed + 90 * DAY));
    return { how: "open" };
  }
  const forWeeks = random.chance(0.06);
  const wakes = later(affair, unit, signed, forWeeks ? [9800, 18_000, 36_000] : [700, 1300, 1900, 2900, 5200, 9800]);
  urge(affair, signed, wakes);
  if (random.chance(0.3)) {
    chronicle.add("supervised", instant(wakes - HOUR), DISCIPLINE, {
      text: phrase(affair, SUPERVISIONS),
      operator: clerk(affair, DISCIPLINE),
    });
  }
  return { how: "done", at: workOn(affair, unit, contact(affair, unit, wakes, [1, 20, 90])) };
}

/** Notes of progress in which nothing happens. */
export function writeHollowNotes(affair: Affair, unit: string, start: Instant): LegEnd {
  const { random, chronicle } = affair;
  chronicle.plant("hollow-notes", unit, start);
  let at = sign(affair, unit, start);
  if (random.chance(0.7)) at = contact(affair, unit, at);
  const notes = random.weighted([4, 5, 6, 8, 9, 12, 13], (count) => 1 / count);
  for (let note = 0; note < notes; note++) at = progress(affair, unit, at, [150, 300, 420, 640], HOLLOW);
  const seen = visit(affair, unit, at, [60, 300, 900]);
  return { how: "done", at: finish(affair, unit, later(affair, unit, seen, [15, 60, 240])) };
}

/** Asks for more time shortly before the due instant, or after it, and then again. */
export function extendLate(affair: Affair, unit: string, start: Instant): LegEnd {
  const { random, chronicle } = affair;
  chronicle.plant("extends-late", unit, start);
  let at = visit(affair, unit, contact(affair, unit, sign(affair, unit, start)));
  const requests = random.weighted([1, 2, 3, 4], (count) => (count === 1 ? 5 : count === 2 ? 8 : 3));
  let due = affair.due ?? start;
  for (let request = 0; request < requests; request++) {
    const tooLate = random.chance(0.25);
    const asked = tooLate
      ? afterWork(due, random.along([30, 200, 500]), OFFICE)
      : instant(due - random.along([7, 8, 9.4, 15, 15.4]) * HOUR);
    if (asked > at) at = asked;
    chronicle.add("extension_requested", at, unit, { text: phrase(affair, EXTENSIONS), operator: clerk(affair, unit) });
    const granted = !tooLate && at < due && random.chance(0.85);
    const verdict = instant(at + random.along([0.4, 1, 2, 5]) * HOUR);
    chronicle.add(granted ? "extension_approved" : "extension_rejected", verdict, affair.desk, {
      text: granted ? "同意延期" : "不同意延期，请抓紧办理",
      operator: operator(affair, verdict),
    });
    at = verdict;
    if (!granted) break;
    due = endOfWorkday(instant(due - 1), 5);
    affair.due = due;
    at = progress(affair, unit, at, [300, 700, 1000]);
  }
  return { how: "done", at: finish(affair, unit, later(affair, unit, at, [200, 500, 900, 1300])) };
}

/** Reports the order done without a word to anyone, some within minutes. */
export function closeUnseen(affair: Affair, unit: string, start: Instant): LegEnd {
  const { random, chronicle } = affair;
  chronicle.plant("closes-unseen", unit, start);
  const quick = random.chance(0.4);
  const signed = sign(affair, unit, start, quick ? [1, 3, 6] : [20, 90, 240]);
  const at = quick
    ? instant(signed + random.along([2, 6, 14]) * 60_000)
    : later(affair, unit, signed, [60, 300, 800, 1400]);
  chronicle.add("completed", at, unit, { text: phrase(affair, UNSEEN), operator: clerk(affair, unit) });
  return { how: "done", at };
}

/** Puts the order on hold, for weeks where days would do. */
export function park(affair: Affair, unit: string, start: Instant): LegEnd {
  const { random, chronicle } = affair;
  chronicle.plant("parks", unit, start);
  const called = contact(affair, unit, sign(affair, unit, start));
  const held = later(affair, unit, called, [60, 200, 500]);
  const clerkCode = clerk(affair, unit);
  chronicle.add("suspended", held, unit, { text: phrase(affair, SUSPENSIONS), operator: clerkCode });
  const back = afterWork(instant(held + random.along([5, 8, 12, 17, 34]) * DAY), random.int(5, 200), OFFICE);
  urge(affair, held, back);
  chronicle.add("resumed", back, unit, { text: "解除挂起，继续办理", operator: clerkCode });
  return { how: "done", at: workOn(affair, unit, visit(affair, unit, back)) };
}

/** The citizen calls again, every week or so, while nothing happens. */
function urge(affair: Affair, from: Instant, to: Instant): void {
  const { random, chronicle } = affair;
  let at = from;
  for (let call = 0; call < 4; call++) {
    at = instant(Math.floor((at + random.along([2, 4, 8, 20]) * DAY) / 1000) * 1000);
    if (at >= to || !random.chance(0.7)) return;
    chronicle.add("urged", at, affair.desk, {
      text: phrase(affair, URGES.slice(0, call === 0 ? 3 : 4)),
      operator: operator(affair, at),
    });
  }
}
