import { createClock } from "../calendar/clock";
import { countedRows } from "../history/counted-rows";
import type { OrderEvent } from "../history/event";
import type { Flag } from "../history/flags";
import type { OrderAttributes } from "../history/order";
import { replay } from "../history/replay";
import type { Replay } from "../history/replay-types";
import type { Instant } from "../instant";
import { compareCodePoints, compareLists } from "../order-by";
import type { CountRule, DeadlineRule, Parameters } from "../parameters/parameters";
import type { Competence } from "../units";
import { type Finding, firstStep, LEVELS, type Level, type NamedUnit } from "./finding";
import { RULES, type RuleId } from "./ids";
import { REGISTRY } from "./registry";
import type { Condition, ConditionRule, Occurrence, OccurrenceRule, Subject } from "./rule";

export interface JudgeSetting {
  readonly parameters: Parameters;
  /** Codes of the centres; the first is the chief. */
  readonly centres: readonly string[];
  readonly competence: Competence;
  /** Rules that the source's records allow (measurableRules). */
  readonly measurable: ReadonlySet<RuleId>;
  /** Duplicates and corrections are looked for: true where a row is an event, false where it is a state or a stay. */
  readonly compareRows: boolean;
}

export interface Judged {
  /** Sorted by rule, units, first step. */
  readonly findings: readonly Finding[];
  readonly flags: readonly Flag[];
  readonly replay: Replay;
}

export interface Judge {
  /** `events` of one order, in any order; with `asOf`, later ones do not exist. */
  judge(order: OrderAttributes, events: readonly OrderEvent[], asOf?: Instant): Judged;
}

/** Makes the pure function from a history to its findings, under one setting. */
export function createJudge(setting: JudgeSetting): Judge {
  const { parameters, competence } = setting;
  const clock = createClock(parameters);
  const centres = new Set(setting.centres);
  const chief = setting.centres[0] ?? "centre";
  const enabled = RULES.filter((id) => setting.measurable.has(id) && parameters.rules[id].enabled);
  return {
    judge(order, rows, asOf) {
      const flags: Flag[] = [];
      const known = countedRows(rows, setting.compareRows, flags);
      const events = asOf === undefined ? known : known.filter((event) => event.at <= asOf);
      const replayed = replay({ clock, sla: parameters.sla, centres, chief }, order, events, flags);
      const subject: Subject = { replay: replayed, order, clock, competence };
      const findings = enabled.flatMap((id) => findingsOf(id, subject, parameters, events));
      return { findings: findings.sort(compareFindings), flags, replay: replayed };
    },
  };
}

/** The events of the history in replay order. */
type Known = readonly OrderEvent[];

function findingsOf(id: RuleId, subject: Subject, parameters: Parameters, known: Known): Finding[] {
  const rule = REGISTRY[id];
  return rule.type === "occurrence"
    ? occurrenceFindings(rule, subject, parameters.rules[rule.id], known)
    : conditionFindings(rule, subject, parameters.rules[rule.id], known);
}

/** Refs of these events, each once, in replay order. */
function refs(events: readonly OrderEvent[], known: Known): string[] {
  if (events.length === 1) return events.map(({ ref }) => ref);
  const wanted = new Set(events);
  return [...new Set(known.filter((event) => wanted.has(event)).map(({ ref }) => ref))];
}

/** Each unit once, since the earliest instant. */
function namedUnits(names: Iterable<NamedUnit>): NamedUnit[] {
  const since = new Map<string, Instant>();
  for (const name of names) {
    const earlier = since.get(name.unit);
    if (earlier === undefined || name.since < earlier) since.set(name.unit, name.since);
  }
  return [...since].map(([unit, at]) => ({ unit, since: at })).sort((a, b) => compareCodePoints(a.unit, b.unit));
}

const isExempt = ({ demandClasses }: Replay): boolean => demandClasses.at(-1)?.demandClass !== "normal";

function occurrenceFindings(rule: OccurrenceRule, subject: Subject, parameters: CountRule, known: Known): Finding[] {
  const groups = new Map<string | null, Occurrence[]>();
  for (const occurrence of rule.occurrences(subject, parameters)) {
    const group = groups.get(occurrence.unit);
    if (group) group.push(occurrence);
    else groups.set(occurrence.unit, [occurrence]);
  }
  const findings: Finding[] = [];
  for (const [unit, counted] of groups) {
    const steps: Record<Level, Instant | null> = { yellow: null, orange: null, red: null };
    for (const level of LEVELS) steps[level] = counted[(parameters.steps[level] ?? 0) - 1]?.at ?? null;
    if (firstStep(steps) === null) continue;
    const reached = Math.max(...LEVELS.map((level) => (steps[level] === null ? 0 : (parameters.steps[level] ?? 0))));
    findings.push({
      rule: rule.id,
      steps,
      clearedAt: null,
      units: namedUnits(counted.flatMap(({ names }) => names)),
      events: refs(
        counted.flatMap(({ event, run }) => run ?? [event]),
        known,
      ),
      keyUnit: unit,
      keyEvent: null,
      provisional: counted.slice(0, reached).some(({ provisional }) => provisional === true),
      exempt: isExempt(subject.replay),
      measure: { count: counted.length, ...rule.measure?.(subject, counted) },
    });
  }
  return findings;
}

function conditionFindings(rule: ConditionRule, subject: Subject, parameters: DeadlineRule, known: Known): Finding[] {
  const findings: Finding[] = [];
  for (const condition of rule.conditions(subject, parameters)) {
    const first = firstStep(condition.steps);
    if (first === null) continue;
    findings.push(conditionFinding(rule, condition, first, subject, known));
  }
  return findings;
}

function conditionFinding(
  rule: ConditionRule,
  condition: Condition,
  first: Instant,
  { replay: replayed }: Subject,
  known: Known,
): Finding {
  const { startEvent } = condition;
  return {
    rule: rule.id,
    steps: condition.steps,
    clearedAt: condition.clearedAt,
    units: namedUnits([...condition.units(first)].map((unit) => ({ unit, since: first }))),
    events: refs([startEvent, ...(condition.alsoCounts?.(first) ?? [])], known),
    keyUnit: null,
    keyEvent: startEvent.ref,
    provisional: condition.provisional,
    exempt: isExempt(replayed),
    measure: condition.measure(),
  };
}

/** The order in which the findings of an order are told: rule, units, first step. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareCodePoints(a.rule, b.rule) ||
    compareLists(
      a.units.map(({ unit }) => unit),
      b.units.map(({ unit }) => unit),
    ) ||
    (firstStep(a.steps) ?? 0) - (firstStep(b.steps) ?? 0) ||
    compareCodePoints(a.keyEvent ?? "", b.keyEvent ?? "")
  );
}
