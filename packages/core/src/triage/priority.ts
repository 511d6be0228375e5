import type { Clock } from "../calendar/clock";
import type { Zone } from "../calendar/zone";
import { DAY, type Instant, instant } from "../instant";
import type { Level } from "../rules/finding";
import type { RuleId } from "../rules/ids";
import { confirmedAtLeast, FEWEST_VERIFIED, type Verified } from "./share";

/** What makes a finding come first, in the order in which it is shown. */
export const PRIORITY_PARTS = ["level", "since", "rule", "age", "repeat", "urgency", "citizens"] as const;
export type PriorityPart = (typeof PRIORITY_PARTS)[number];

export const LEVEL_POINTS: Readonly<Record<Level, number>> = { yellow: 10, orange: 20, red: 40 };
/** One for each day since the level was reached. */
export const MOST_SINCE = 10;
/** One for each working day since the order was accepted. */
export const MOST_AGE = 15;
/** For each further finding of the order on the watchlist. */
export const REPEAT_POINTS = 3;
export const MOST_REPEAT = 9;
/** By urgency: normal, urgent, emergency. */
export const URGENCY_POINTS = [0, 6, 12] as const;

/** For each further citizen who waits on the matter of an open order: the same district, category and place. */
export const CITIZEN_POINTS = 2;
export const MOST_CITIZENS = 10;

/** How grave what a rule says is, where all of its findings were confirmed. Those that harm the citizen at once weigh most. */
const RULE_WEIGHTS: Readonly<Partial<Record<RuleId, number>>> = {
  "ping-pong": 20,
  circulation: 20,
  "unverified-completion": 20,
  "suspension-abuse": 20,
  "rejected-returns": 16,
  "belied-return": 16,
  "wrongful-return": 16,
  dissatisfied: 16,
  overdue: 16,
  "long-open": 16,
};
const OTHER_WEIGHT = 12;

/** Half, until enough were looked into; then the share that was surely confirmed. */
export function rulePoints(rule: RuleId, verified: Verified): number {
  const few = verified.confirmed + verified.dismissed < FEWEST_VERIFIED;
  const trust = few ? 0.5 : (confirmedAtLeast(verified) ?? 0.5);
  return Math.round((RULE_WEIGHTS[rule] ?? OTHER_WEIGHT) * trust);
}

/** What the points of a finding depend on, at T. */
export interface PriorityFacts {
  readonly level: Level;
  /** When that level was reached. */
  readonly since: Instant;
  readonly rule: RuleId;
  readonly verified: Verified;
  /** Working days since the order was accepted. */
  readonly workingDays: number;
  /** Other findings of the order on the watchlist. */
  readonly others: number;
  /** A word of the order. */
  readonly urgency: string;
  /** Citizens whose orders of the same matter are open, the order's own among them; 0 where it is not open. */
  readonly citizens: number;
}

export interface PriorityPoints {
  readonly part: PriorityPart;
  readonly points: number;
  /** What they are for: level 1 to 3, days, the rule's share in per cent or null where too few were looked into, findings, urgency 0 to 2, citizens. */
  readonly value: number | null;
}

/** The parts of a finding's priority at T, in points; their sum puts it before others. */
export function priorityOf(facts: PriorityFacts, at: Instant): readonly PriorityPoints[] {
  const { level, since, rule, verified, workingDays, others, citizens } = facts;
  const days = Math.max(0, Math.floor((at - since) / DAY));
  const looked = verified.confirmed + verified.dismissed;
  const share = looked < FEWEST_VERIFIED ? null : Math.round((verified.confirmed / looked) * 100);
  const urgency = facts.urgency === "emergency" ? 2 : facts.urgency === "urgent" ? 1 : 0;
  return [
    { part: "level", points: LEVEL_POINTS[level], value: { yellow: 1, orange: 2, red: 3 }[level] },
    { part: "since", points: Math.min(MOST_SINCE, days), value: days },
    { part: "rule", points: rulePoints(rule, verified), value: share },
    { part: "age", points: Math.min(MOST_AGE, workingDays), value: workingDays },
    { part: "repeat", points: Math.min(MOST_REPEAT, REPEAT_POINTS * others), value: others },
    { part: "urgency", points: URGENCY_POINTS[urgency], value: urgency },
    { part: "citizens", points: Math.min(MOST_CITIZENS, CITIZEN_POINTS * Math.max(0, citizens - 1)), value: citizens },
  ];
}

/**
 * The starts of the last working dates up to T, as many as age counts, oldest first: an order is as many working days old as begin after
 * it was accepted.
 */
export function workingDayStarts(clock: Clock, zone: Zone, at: Instant): readonly Instant[] {
  const starts: Instant[] = [];
  for (let date = zone.dateOf(at); starts.length < MOST_AGE && date >= 0; date--) {
    const start = zone.startOf(date);
    if (clock.workingDaysBetween(instant(start - 1), start) > 0) starts.unshift(start);
  }
  return starts;
}
