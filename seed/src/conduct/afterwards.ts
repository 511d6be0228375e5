import { DAY, type Instant, instant } from "@tianyan/core";
import { afterWork, OFFICE } from "../clock";
import { habitsOf } from "../county/habits";
import { RATING_TEXTS, REOPENINGS, SURVEY_TEXTS } from "../words/notes";
import { type Affair, phrase } from "./affair";
import { operator } from "./centre";
import { reworkDueOf } from "./deadlines";
import { workOn } from "./legs/ordinary";
import { contact, sign } from "./legs/steps";

/** Of orders that are done; with those still open, 11.38 % of all orders are rated, as Dongguan published. */
const RATED = 0.1165;
/** Mean 2.85 of 5. */
const STARS = [
  ["1", 28],
  ["2", 17],
  ["3", 14],
  ["4", 24],
  ["5", 17],
] as const;
const SURVEYED = 0.42;
const MAX_REOPENINGS = 3;

/** Closing, survey, rating, and what follows from them. */
export function afterwards(affair: Affair, done: Instant, unit: string): void {
  const { random, chronicle } = affair;
  let at = done;
  const habit = habitsOf(unit).find((entry) => entry.habit === "closes-early");
  const early = habit !== undefined && affair.order.type !== "consult" && random.chance(habit.chance);
  if (early) chronicle.plant("closes-early", unit, done);
  for (let times = 0; times < MAX_REOPENINGS; times++) {
    at = close(affair, at);
    const comesBack = early ? times === 0 || random.chance(0.4) : times === 0 && random.chance(0.006);
    if (!comesBack) break;
    at = reopen(affair, survey(affair, at, "unresolved"), unit);
  }
  if (random.chance(RATED)) {
    rate(affair, at, unit);
  } else if (random.chance(SURVEYED)) {
    const result = random.weighted(
      ["satisfied", "basically_satisfied", "unreached", "dissatisfied", "unresolved"] as const,
      (word) => ({ satisfied: 64, basically_satisfied: 19, unreached: 15.6, dissatisfied: 0.9, unresolved: 0.5 })[word],
    );
    const asked = survey(affair, at, result);
    if (result === "dissatisfied" || result === "unresolved") appease(affair, asked, unit);
  }
}

function close(affair: Affair, done: Instant): Instant {
  const at = afterWork(done, affair.random.along([30, 120, 300, 500, 800]), OFFICE);
  affair.chronicle.add("closed", at, affair.desk, { text: "归档", operator: operator(affair, at) });
  return at;
}

function survey(affair: Affair, done: Instant, result: keyof typeof SURVEY_TEXTS): Instant {
  const at = afterWork(done, affair.random.along([820, 1000, 1300, 1700]), OFFICE);
  affair.chronicle.add("surveyed", at, affair.desk, {
    text: phrase(affair, SURVEY_TEXTS[result]),
    result,
    operator: operator(affair, at),
  });
  return at;
}

function rate(affair: Affair, done: Instant, unit: string): void {
  const { random, chronicle } = affair;
  const stars = random.weighted(STARS, ([, weight]) => weight)[0];
  const at = instant(Math.floor((done + random.along([0.2, 0.8, 1.6, 3]) * DAY) / 1000) * 1000);
  chronicle.add("rated", at, "", { result: stars, text: random.pick(RATING_TEXTS[stars] ?? [""]) });
  if (stars === "1" || stars === "2") appease(affair, at, unit);
}

/** After a bad word: the centre calls and settles it, or has it done again, or, sometimes, does nothing. */
function appease(affair: Affair, heard: Instant, unit: string): void {
  const { random } = affair;
  const lot = random.unit();
  if (lot < 0.66) settle(affair, heard, [120, 400, 700, 900]);
  else if (lot < 0.81) close(affair, reopen(affair, heard, unit));
  else if (lot < 0.975) settle(affair, heard, [1500, 2200, 3600, 5200, 9000]);
}

function settle(affair: Affair, heard: Instant, quantiles: readonly number[]): void {
  const at = afterWork(heard, affair.random.along(quantiles), OFFICE);
  const result = affair.random.chance(0.4) ? "satisfied" : "basically_satisfied";
  affair.chronicle.add("surveyed", at, affair.desk, {
    text: phrase(affair, SURVEY_TEXTS[result]),
    result,
    operator: operator(affair, at),
  });
}

/** The same unit does it again. Returns when it is done. */
function reopen(affair: Affair, heard: Instant, unit: string): Instant {
  const at = afterWork(heard, affair.random.along([30, 120, 300, 600]), OFFICE);
  affair.due = reworkDueOf(at);
  affair.chronicle.add("reopened", at, affair.desk, {
    toUnit: unit,
    text: phrase(affair, REOPENINGS),
    operator: operator(affair, at),
  });
  return workOn(affair, unit, contact(affair, unit, sign(affair, unit, at)));
}
