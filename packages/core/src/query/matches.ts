import type { Clock } from "../calendar/clock";
import type { Order } from "../history/order";
import { type Instant, instant } from "../instant";
import type { Level } from "../rules/finding";
import type { RuleId } from "../rules/ids";
import type { Outcome, TriageStatus } from "../triage/decision";
import type { Condition, FindingAsked, Leaf, LegAsked, Range } from "./condition";
import type { Tally } from "./tally";

/** A finding as it stood at T. */
export interface AskedFinding {
  readonly rule: RuleId;
  readonly level: Level;
  readonly units: readonly string[];
  readonly first: Instant;
  /** On the watchlist, whatever was decided. */
  readonly watched: boolean;
  readonly status: TriageStatus;
  readonly settled: boolean;
  readonly outcome: Outcome | null;
}

/** An order as it was known at T: nothing in it is later. */
export interface Subject {
  readonly order: Pick<Order, "source" | "orderId" | "title" | "category" | "district" | "urgency">;
  readonly acceptedAt: Instant | null;
  readonly open: boolean;
  readonly tally: Tally;
  readonly legs: readonly { readonly unit: string; readonly start: Instant; readonly end: Instant | null }[];
  readonly findings: readonly AskedFinding[];
}

/** When, by which calendar, and which units lie below one. */
export interface Circumstances {
  readonly at: Instant;
  readonly clock: Clock;
  /** Codes of a unit and of all below it. */
  readonly below: (unit: string) => readonly string[];
}

/** What a condition means, said once without a database. */
export function matches(condition: Condition, subject: Subject, at: Circumstances): boolean {
  switch (condition.is) {
    case "all":
      return condition.of.every((part) => matches(part, subject, at));
    case "any":
      return condition.of.some((part) => matches(part, subject, at));
    case "not":
      return !matches(condition.of, subject, at);
    default:
      return holdsOf(condition, subject, at);
  }
}

const within = (value: number, { at_least = 0, at_most = Number.POSITIVE_INFINITY }: Range): boolean =>
  value >= at_least && value <= at_most;

/** Of things that are sought: one of them is enough, unless it is said how many. */
const enough = (found: number, { at_least, at_most }: Range): boolean =>
  within(found, at_least === undefined && at_most === undefined ? { at_least: 1 } : { at_least, at_most });

const isPath = (path: string, above: string): boolean => path === above || path.startsWith(`${above}>`);

const isBetween = (
  at: Instant,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
) => (from === undefined || at >= Date.parse(from)) && (to === undefined || at < Date.parse(to));

function holdsOf(leaf: Leaf, subject: Subject, circumstances: Circumstances): boolean {
  const { order, acceptedAt, open, tally } = subject;
  const { at, clock } = circumstances;
  switch (leaf.is) {
    case "source":
    case "district":
      return leaf.in.includes(order[leaf.is]);
    case "category":
      return leaf.in.some((path) => isPath(order.category, path));
    case "urgency":
      return leaf.in.some((word) =>
        word === "normal" ? order.urgency !== "urgent" && order.urgency !== "emergency" : order.urgency === word,
      );
    case "state":
      return open === (leaf.state === "open");
    case "accepted":
      return acceptedAt !== null && isBetween(acceptedAt, leaf);
    case "age":
      return acceptedAt !== null && within(clock.workingDaysBetween(acceptedAt, at), leaf);
    case "due":
    case "overdue": {
      const due = tally.dues.findLast(({ from, until }) => from <= at && (until === null || until > at))?.due;
      if (!open || due === undefined) return false;
      if (leaf.is === "due") return due > at && clock.workingDaysBetween(at, due) <= leaf.days;
      return due <= at && clock.workingDaysBetween(instant(due - 1), at) >= leaf.days;
    }
    case "count":
      return within(tally[leaf.what].length, leaf);
    case "rating": {
      const last = tally.ratings.at(-1)?.said;
      return last !== undefined && leaf.in.includes(last);
    }
    case "text":
      return [order.title, order.orderId].some((text) => text.toLowerCase().includes(leaf.has.trim().toLowerCase()));
    case "leg":
      return enough(subject.legs.filter((leg) => isLeg(leg, leaf.leg, circumstances)).length, leaf);
    case "finding":
      return enough(subject.findings.filter((one) => isFinding(one, leaf.finding, circumstances)).length, leaf);
  }
}

const names = (units: readonly string[], asked: readonly string[], { below }: Circumstances): boolean =>
  asked.length === 0 || asked.flatMap((unit) => below(unit)).some((unit) => units.includes(unit));

function isLeg(
  leg: Subject["legs"][number],
  { units, held, holding }: LegAsked,
  circumstances: Circumstances,
): boolean {
  const { at, clock } = circumstances;
  return (
    names([leg.unit], units, circumstances) &&
    (held === undefined || within(clock.workingDaysBetween(leg.start, leg.end ?? at), held)) &&
    (holding === undefined || holding === (leg.end === null))
  );
}

const one = <T>(asked: readonly T[], is: T): boolean => asked.length === 0 || asked.includes(is);

function isFinding(finding: AskedFinding, asked: FindingAsked, circumstances: Circumstances): boolean {
  const { rule, level, units, first, watched, status, settled, outcome } = finding;
  const unasked = asked.view === "watchlist" && asked.statuses.length === 0;
  return (
    (asked.view === "all" || watched) &&
    !(unasked && settled) &&
    one(asked.rules, rule) &&
    one(asked.levels, level) &&
    one(asked.statuses, status) &&
    one(asked.outcomes, outcome ?? "none") &&
    names(units, asked.units, circumstances) &&
    isBetween(first, asked)
  );
}
