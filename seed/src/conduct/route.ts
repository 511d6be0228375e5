import { type Instant, instant, MINUTE } from "@tianyan/core";
import { type Habit, habitsOf, MISROUTE, PAIR } from "../county/habits";
import { TOWNS } from "../county/towns";
import { LARGE_GROUPS, MATTER_GROUPS } from "../words/matters";
import { NOTES, RECALLS, TRANSFERS, WITHDRAWALS } from "../words/notes";
import { type Affair, clerk, type LegEnd, later, phrase } from "./affair";
import { dispatch, dispatchTime, operator, shiftAt } from "./centre";
import { closeUnseen, extendLate, letLie, park, writeHollowNotes } from "./legs/habits";
import { work } from "./legs/ordinary";
import { giveBack, playBall, returnFirst } from "./legs/returns";
import { contact, sign } from "./legs/steps";

const MAX_LEGS = 9;

/** Conduct of one leg by habit; `closes-early` is decided when the order is done. */
const BY_HABIT: Readonly<Partial<Record<Habit, (affair: Affair, unit: string, start: Instant) => LegEnd>>> = {
  "lets-lie": letLie,
  "hollow-notes": writeHollowNotes,
  "extends-late": extendLate,
  "closes-unseen": closeUnseen,
  parks: park,
};

/** From the pool to the instant the order is done, and by whom; null: nobody finishes it. */
export function route(affair: Affair, from: Instant): { readonly at: Instant; readonly unit: string } | null {
  const { order, random, chronicle } = affair;
  let at = dispatchTime(affair, from);
  let unit = firstTarget(affair, from);
  at = dispatch(affair, at, unit);
  if (random.chance(0.005)) at = recall(affair, at, unit);
  const rounds = plays(affair) ? random.weighted([2, 3, 4, 5], (count) => 6 - count) : 0;
  if (rounds > 0) for (const player of PAIR.units) chronicle.plant("plays-ball", player, at);
  asides(affair, at);

  for (let leg = 1; leg <= MAX_LEGS; leg++) {
    const end = leg <= rounds ? playBall(affair, unit, at, otherOf(unit)) : conduct(affair, unit, at, leg);
    if (end.how === "open") return null;
    if (end.how === "done") return { at: end.at, unit };
    if (end.how === "moved") {
      at = end.at;
      unit = end.to;
      continue;
    }
    at = leg <= rounds ? dispatchTime(affair, end.at) : redispatchTime(affair, end.at);
    const next = leg > rounds && random.chance(0.12) ? affair.inCharge : (end.pointsTo ?? affair.inCharge);
    unit = next;
    dispatch(affair, at, unit);
  }
  return { at: lastResort(affair, unit, at, order.matter.onSite), unit };
}

/** How one unit deals with one leg. */
function conduct(affair: Affair, unit: string, start: Instant, leg: number): LegEnd {
  const { random, order } = affair;
  const normal = order.urgency === "normal";
  if (unit !== affair.inCharge && !order.matter.units.includes(unit)) {
    if (random.chance(0.9)) return giveBack(affair, unit, start);
    return work(affair, unit, start);
  }
  for (const { habit, chance } of normal ? habitsOf(unit) : []) {
    if (habit === "returns-first" && leg <= 2 && random.chance(chance)) {
      return returnFirst(affair, unit, start, neighbour(affair, unit));
    }
    const own = BY_HABIT[habit];
    if (own && order.type !== "consult" && random.chance(chance)) return own(affair, unit, start);
  }
  if (normal && leg === 1) return usual(affair, unit, start);
  return work(affair, unit, start);
}

/** What happens at any unit now and then. */
function usual(affair: Affair, unit: string, start: Instant): LegEnd {
  const { random } = affair;
  const lot = random.unit();
  if (lot < 0.006) return returnFirst(affair, unit, start, neighbour(affair, unit));
  if (lot < 0.012) return letLie(affair, unit, start);
  if (lot < 0.018) return closeUnseen(affair, unit, start);
  if (lot < 0.021) return writeHollowNotes(affair, unit, start);
  if (lot < 0.025 && affair.order.type !== "consult") return extendLate(affair, unit, start);
  if (lot < 0.027) return park(affair, unit, start);
  const colleagues = affair.order.matter.units.filter((code) => code !== unit && code !== "town");
  if (lot < 0.039 && colleagues.length > 0) {
    const to = random.pick(colleagues);
    const at = later(affair, unit, start, [30, 90, 200]);
    affair.chronicle.add("transferred", at, unit, {
      toUnit: to,
      text: phrase(affair, TRANSFERS, to),
      operator: clerk(affair, unit),
    });
    return { how: "moved", at, to };
  }
  if (lot > 0.994) return withdraw(affair, unit, start);
  return work(affair, unit, start);
}

/** The citizen takes the demand back before it is dealt with. */
function withdraw(affair: Affair, unit: string, start: Instant): LegEnd {
  const at = contact(affair, unit, sign(affair, unit, start));
  const staff = operator(affair, at);
  const taken = later(affair, unit, at, [5, 20, 60]);
  affair.chronicle.add("withdrawn", taken, affair.desk, { text: phrase(affair, WITHDRAWALS), operator: staff });
  return { how: "open" };
}

/** The centre takes the order back at once and sends it out again. */
function recall(affair: Affair, dispatched: Instant, unit: string): Instant {
  const at = instant(dispatched + affair.random.int(1, 3) * MINUTE);
  affair.chronicle.add("recalled", at, affair.desk, { text: phrase(affair, RECALLS), operator: operator(affair, at) });
  return dispatch(affair, instant(at + affair.random.int(1, 4) * MINUTE), unit);
}

/** The unit an order is first sent to: the one in charge, but for mistakes, which the night shift makes more of. */
function firstTarget(affair: Affair, at: Instant): string {
  const { random, chronicle } = affair;
  const night = shiftAt(at) === "night";
  if (!random.chance(night ? MISROUTE.nightShift : MISROUTE.usual)) return affair.inCharge;
  chronicle.plant(night ? "misroutes-by-night" : "misroutes", affair.desk, at);
  return neighbour(affair, affair.inCharge);
}

/** Another unit, one that has to do with similar matters or with the place. */
function neighbour(affair: Affair, unit: string): string {
  const { random, order } = affair;
  const group = MATTER_GROUPS.find((entry) => order.category.startsWith(`${entry.name}>`)) ?? LARGE_GROUPS[0];
  const near = (group?.matters ?? []).flatMap((matter) => matter.units);
  const others = [...near, order.town.code, "zgj", "cgj", "jtj"].filter(
    (code) => code !== unit && code !== "town" && !order.matter.units.includes(code),
  );
  return random.pick(others);
}

const plays = (affair: Affair): boolean =>
  affair.order.matter.path === PAIR.path && affair.random.chance(PAIR.chance) && affair.order.urgency === "normal";

const otherOf = (unit: string): string => (unit === PAIR.units[0] ? PAIR.units[1] : PAIR.units[0]);

const redispatchTime = (affair: Affair, at: Instant): Instant => dispatchTime(affair, at);

function lastResort(affair: Affair, unit: string, at: Instant, onSite: boolean): Instant {
  const end = work(affair, unit, at);
  return end.how === "done" ? end.at : later(affair, unit, at, onSite ? [900, 1400] : [300, 600]);
}

/** A second unit that helps, a note of the operator: things that change nothing. */
function asides(affair: Affair, dispatched: Instant): void {
  const { random, order, chronicle } = affair;
  if (order.matter.onSite && random.chance(0.04)) {
    const helper = random.pick(TOWNS.filter((town) => town.code !== affair.inCharge)).code;
    const to = affair.inCharge === order.town.code ? "cgj" : order.town.code;
    chronicle.add("assisted", dispatched, affair.desk, {
      toUnit: to === affair.inCharge ? helper : to,
      text: "属地单位协办",
      operator: operator(affair, dispatched),
    });
  }
  if (random.chance(0.05)) {
    const at = later(affair, affair.inCharge, dispatched, [10, 60, 200]);
    chronicle.add("noted", at, affair.desk, { text: phrase(affair, NOTES), operator: operator(affair, at) });
  }
}
