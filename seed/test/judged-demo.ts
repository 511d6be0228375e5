import {
  activeAt,
  createCompetence,
  createJudge,
  DAY,
  DEFAULT_PARAMETERS,
  EVENT_KINDS,
  type Finding,
  type Flag,
  isEventKind,
  type Judged,
  LEVELS,
  type Level,
  levelAt,
  measurableRules,
  type OrderEvent,
} from "@tianyan/core";
import type { Step } from "../src/conduct/chronicle";
import { recognisedLater } from "../src/conduct/history";
import { COMPETENCE } from "../src/county/competence";
import { type DemoOptions, type SimulatedOrder, simulate } from "../src/simulate";

export interface JudgedOrder extends SimulatedOrder, Judged {}

/** Every order of a demo with what the rules say about it at `until`. */
export function* judgedDemo(options: DemoOptions): Generator<JudgedOrder> {
  const judge = createJudge({
    parameters: DEFAULT_PARAMETERS,
    centres: ["centre", "centre-east", "centre-west"],
    competence: createCompetence(COMPETENCE),
    measurable: measurableRules(new Set(EVENT_KINDS)),
    compareRows: true,
  });
  let position = 0;
  for (const simulated of simulate(options)) {
    const { order, steps } = simulated;
    const judged = judge.judge(
      {
        category: order.category,
        orderType: order.type,
        urgency: order.urgency,
        slaClass: order.slaClass,
        demandClass: recognisedLater(order) ? "normal" : order.demandClass,
      },
      steps.map((step) => asEvent(step, position++)),
      options.until,
    );
    yield { ...simulated, ...judged };
  }
}

const orNull = (text: string): string | null => (text === "" ? null : text);

function asEvent(step: Step, position: number): OrderEvent {
  if (!isEventKind(step.kind)) throw new RangeError(step.kind);
  return {
    ref: `e${position}`,
    hasId: true,
    at: step.at,
    position,
    part: 0,
    kind: step.kind,
    unit: orNull(step.unit),
    toUnit: orNull(step.toUnit),
    reasonCode: orNull(step.reasonCode),
    text: orNull(step.text),
    operator: orNull(step.operator),
    result: orNull(step.result),
    dueAt: step.dueAt,
  };
}

/** On the watchlist as domain.md has it, before anybody dismissed anything. */
function onWatchlist(finding: Finding, order: JudgedOrder, until: DemoOptions["until"]): boolean {
  if (finding.exempt || levelAt(finding.steps, until) === null) return false;
  if (finding.keyEvent !== null) return activeAt(finding, until);
  const open = order.replay.spells.at(-1)?.end === null;
  const latest = Math.max(...LEVELS.map((level) => finding.steps[level] ?? 0).filter((at) => at <= until));
  return open || latest >= until - 30 * DAY;
}

export interface Shares {
  orders: number;
  events: number;
  withFinding: number;
  planted: number;
  plantedFound: number;
  watchlist: number;
  watchlistOrders: number;
  /** Findings that turn red in the seven days to come unless someone acts. */
  redWithinWeek: number;
  readonly worst: Record<Level, number>;
  readonly watchlistWorst: Record<Level, number>;
  readonly byRule: Map<string, Record<Level, number>>;
  readonly flags: Map<Flag["flag"], number>;
}

/** The figures that tell whether the county is healthy. */
export function sharesOf(options: DemoOptions): Shares {
  const shares: Shares = {
    orders: 0,
    events: 0,
    withFinding: 0,
    planted: 0,
    plantedFound: 0,
    watchlist: 0,
    watchlistOrders: 0,
    redWithinWeek: 0,
    worst: { yellow: 0, orange: 0, red: 0 },
    watchlistWorst: { yellow: 0, orange: 0, red: 0 },
    byRule: new Map(),
    flags: new Map(),
  };
  for (const order of judgedDemo(options)) {
    const found = order.findings.filter((finding) => levelAt(finding.steps, options.until) !== null);
    shares.orders++;
    shares.events += order.steps.length;
    if (order.planted.length > 0) shares.planted++;
    if (order.planted.length > 0 && found.length > 0) shares.plantedFound++;
    const soon = (at: number | null) => at !== null && at > options.until && at <= options.until + 7 * DAY;
    shares.redWithinWeek += order.findings.filter((finding) => soon(finding.steps.red)).length;
    const listed = found.filter((finding) => onWatchlist(finding, order, options.until));
    shares.watchlist += listed.length;
    if (listed.length > 0) shares.watchlistOrders++;
    for (const { flag } of order.flags) shares.flags.set(flag, (shares.flags.get(flag) ?? 0) + 1);
    for (const finding of listed) shares.watchlistWorst[levelAt(finding.steps, options.until) ?? "yellow"]++;
    const levels = found.map((finding) => levelAt(finding.steps, options.until) ?? "yellow");
    for (const [index, finding] of found.entries()) {
      const row = shares.byRule.get(finding.rule) ?? { yellow: 0, orange: 0, red: 0 };
      row[levels[index] ?? "yellow"]++;
      shares.byRule.set(finding.rule, row);
    }
    const worst = (["red", "orange", "yellow"] as const).find((level) => levels.includes(level));
    if (worst === undefined) continue;
    shares.withFinding++;
    shares.worst[worst]++;
  }
  return shares;
}
