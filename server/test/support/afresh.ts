import { activeAt, CONDITION_RULES, DAY, type Finding, findingKey, type Instant, LEVELS, levelAt } from "@tianyan/core";
import { nextKeys } from "@tianyan/db";
import { type JudgedOrder, judgeOrders } from "../../src/services/judging/judge-orders";
import { loadJudging } from "../../src/services/judging/setting";
import type { Services } from "../../src/services/services";

/** One choice of each filter, or none. */
export interface Asked {
  readonly at: Instant;
  readonly source?: string;
  readonly district?: string;
  readonly category?: string;
  readonly unit?: string;
  readonly q?: string;
  readonly from?: Instant;
  readonly to?: Instant;
}
export interface AskedFindings extends Asked {
  readonly view: "watchlist" | "all";
  readonly rule?: string;
  readonly level?: (typeof LEVELS)[number];
  readonly exempt?: boolean;
  readonly redBefore?: Instant;
}
export interface AskedOrders extends Asked {
  readonly state?: "open" | "done";
}

export interface FoundFinding {
  readonly judged: JudgedOrder;
  readonly finding: Finding;
}

type Facet = "rule" | "level" | "unit" | "district" | "category" | "source";

/** Everything on record, judged again from the events: what lists and counts must say, without any of their tables. */
export async function judgedAfresh({ work: db }: Services): Promise<readonly JudgedOrder[]> {
  const keys = (await nextKeys(db.sql, null, 100_000, null)).map((row) => ({
    source: row.source,
    orderId: row.order_id,
  }));
  return judgeOrders(db.sql, await loadJudging(db.sql), keys);
}

const isOpen = ({ judged }: JudgedOrder, at: Instant): boolean =>
  judged.replay.spells.some(({ start, end }) => start <= at && (end === null || at < end));

const isExempt = ({ judged }: JudgedOrder, at: Instant): boolean =>
  judged.replay.demandClasses.findLast(({ from }, index) => index === 0 || from <= at)?.demandClass !== "normal";

const within = (path: string, part: string): boolean => path === part || path.startsWith(`${part}>`);

const tells = ({ order }: JudgedOrder, q: string | undefined): boolean =>
  q === undefined || [order.title, order.orderId].some((text) => text.toLowerCase().includes(q.toLowerCase()));

function isListed({ judged, finding }: FoundFinding, asked: AskedFindings): boolean {
  const { at, view } = asked;
  const reached = LEVELS.flatMap((level) => finding.steps[level] ?? []).filter((step) => step <= at);
  if (reached.length === 0) return false;
  const first = Math.min(...LEVELS.flatMap((level) => finding.steps[level] ?? []));
  if (asked.from !== undefined && first < asked.from) return false;
  if (asked.to !== undefined && first >= asked.to) return false;
  const red = finding.steps.red;
  if (asked.redBefore !== undefined && !(red !== null && red > at && red < asked.redBefore)) return false;
  if (asked.exempt !== undefined && isExempt(judged, at) !== asked.exempt) return false;
  if (!tells(judged, asked.q)) return false;
  if (view === "all") return true;
  if (isExempt(judged, at)) return false;
  if ((CONDITION_RULES as readonly string[]).includes(finding.rule)) return activeAt(finding, at);
  return isOpen(judged, at) || Math.max(...reached) >= at - 30 * DAY;
}

const unitsAt = ({ finding }: FoundFinding, at: Instant): string[] =>
  finding.units.filter(({ since }) => since <= at).map(({ unit }) => unit);

function passes(found: FoundFinding, asked: AskedFindings, facet: Facet): boolean {
  const { order } = found.judged;
  switch (facet) {
    case "rule":
      return asked.rule === undefined || found.finding.rule === asked.rule;
    case "level":
      return asked.level === undefined || levelAt(found.finding.steps, asked.at) === asked.level;
    case "unit":
      return asked.unit === undefined || unitsAt(found, asked.at).includes(asked.unit);
    case "district":
      return asked.district === undefined || order.district === asked.district;
    case "category":
      return asked.category === undefined || within(order.category, asked.category);
    case "source":
      return asked.source === undefined || order.source === asked.source;
  }
}

const FACETS: readonly Facet[] = ["rule", "level", "unit", "district", "category", "source"];

function valuesOf(found: FoundFinding, asked: AskedFindings, facet: Facet): string[] {
  const { order } = found.judged;
  switch (facet) {
    case "rule":
      return [found.finding.rule];
    case "level":
      return [levelAt(found.finding.steps, asked.at) ?? ""];
    case "unit":
      return unitsAt(found, asked.at);
    case "district":
      return [order.district];
    case "category":
      return order.category.split(">").map((_, index, steps) => steps.slice(0, index + 1).join(">"));
    case "source":
      return [order.source];
  }
}

/** Keys of the findings of a list, worst first and then newest; and the counts of each facet without its own choice. */
export function findingsAfresh(orders: readonly JudgedOrder[], asked: AskedFindings) {
  const listed = orders
    .flatMap((judged) => judged.judged.findings.map((finding): FoundFinding => ({ judged, finding })))
    .filter((found) => isListed(found, asked));
  const chosen = listed.filter((found) => FACETS.every((facet) => passes(found, asked, facet)));
  const facets = Object.fromEntries(
    FACETS.map((facet) => {
      const counts = new Map<string, number>();
      for (const found of listed)
        if (FACETS.every((other) => other === facet || passes(found, asked, other)))
          for (const value of valuesOf(found, asked, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [facet, Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))] as const;
    }),
  );
  const rank = ({ finding }: FoundFinding): string => {
    const level = levelAt(finding.steps, asked.at) ?? "yellow";
    return `${LEVELS.indexOf(level)} ${String(finding.steps[level] ?? 0).padStart(15, "0")}`;
  };
  return {
    total: chosen.length,
    ranks: chosen.map(rank).sort().reverse(),
    keys: chosen.map(({ judged, finding }) => `${judged.source}|${judged.orderId}|${findingKey(finding)}`).sort(),
    facets,
  };
}

/** Keys of the orders of a list, newest acceptance first. */
export function ordersAfresh(orders: readonly JudgedOrder[], asked: AskedOrders) {
  const { at } = asked;
  const listed = orders.filter((judged) => {
    const { order } = judged;
    const acceptedAt = judged.judged.replay.spells[0]?.start ?? null;
    const holds = judged.judged.replay.legs.some(
      ({ unit, start, end }) => unit === asked.unit && start <= at && (end === null || end > at),
    );
    return (
      (acceptedAt === null || acceptedAt <= at) &&
      (asked.from === undefined || (acceptedAt !== null && acceptedAt >= asked.from)) &&
      (asked.to === undefined || (acceptedAt !== null && acceptedAt < asked.to)) &&
      (asked.state === undefined || isOpen(judged, at) === (asked.state === "open")) &&
      (asked.unit === undefined || holds) &&
      (asked.district === undefined || order.district === asked.district) &&
      (asked.category === undefined || within(order.category, asked.category)) &&
      (asked.source === undefined || order.source === asked.source) &&
      tells(judged, asked.q)
    );
  });
  return {
    total: listed.length,
    keys: listed.map(({ source, orderId }) => `${source}|${orderId}`).sort(),
    accepted: listed.map(({ judged }) => judged.replay.spells[0]?.start ?? 0).sort((a, b) => b - a),
  };
}

/** Orders, legs, and legs under way by unit. */
export function volumesAfresh(orders: readonly JudgedOrder[], at: Instant) {
  const units = new Map<string, { orders: number; legs: number; holding: number }>();
  for (const { judged } of orders) {
    const legs = judged.replay.legs.filter(({ start }) => start <= at);
    for (const unit of new Set(legs.map((leg) => leg.unit))) {
      const own = legs.filter((leg) => leg.unit === unit);
      const before = units.get(unit) ?? { orders: 0, legs: 0, holding: 0 };
      units.set(unit, {
        orders: before.orders + 1,
        legs: before.legs + own.length,
        holding: before.holding + own.filter(({ end }) => end === null || end > at).length,
      });
    }
  }
  return units;
}
