import type { FindingFilter } from "@tianyan/api";
import { CONDITION_RULES, LEVELS } from "@tianyan/core";
import { below, covers, type KnownFinding, type KnownOrder, keyOf, type Sight, type World } from "./world";

const DAY = 86_400_000;

export const levelAt = ({ finding: { steps } }: KnownFinding, at: number): 1 | 2 | 3 =>
  steps.red !== null && steps.red <= at ? 3 : steps.orange !== null && steps.orange <= at ? 2 : 1;

export function sinceOf(known: KnownFinding, at: number): number {
  const { yellow, orange, red } = known.finding.steps;
  return { 3: red, 2: orange, 1: yellow }[levelAt(known, at)] ?? Number.NEGATIVE_INFINITY;
}

/** Looked at, at T: as domain.md says of the watchlist. */
export function watched(known: KnownFinding, at: number): boolean {
  if (known.first > at || known.watchUntil < at || covers(known.exempt, at)) return false;
  if ((CONDITION_RULES as readonly string[]).includes(known.finding.rule) || covers(known.open, at)) return true;
  const reached = LEVELS.map((level) => known.finding.steps[level] ?? Number.POSITIVE_INFINITY).filter(
    (step) => step <= at,
  );
  return Math.max(...reached) >= at - 30 * DAY;
}

export const underOne = (category: string, paths: readonly string[]): boolean =>
  paths.length === 0 || paths.some((path) => category === path || category.startsWith(`${path}>`));

export const tells = (order: KnownOrder, text: string | undefined): boolean => {
  const word = text?.trim().toLowerCase() ?? "";
  return word === "" || order.title.toLowerCase().includes(word) || order.orderId.toLowerCase().includes(word);
};

const among = (values: readonly string[], value: string): boolean => values.length === 0 || values.includes(value);

interface Hit {
  readonly known: KnownFinding;
  readonly order: KnownOrder;
}

/** By facet: whether the filter of that facet lets the finding through. */
function facetsOf(world: World, filter: FindingFilter, at: number) {
  const units = below(world, filter.unit);
  const names = ({ finding }: KnownFinding): boolean =>
    finding.units.some(({ unit, since }) => since <= at && units.has(unit));
  return {
    rule: ({ known }: Hit) => among(filter.rule, known.finding.rule),
    level: ({ known }: Hit) => among(filter.level, LEVELS[levelAt(known, at) - 1] ?? ""),
    unit: ({ known }: Hit) => filter.unit.length === 0 || names(known),
    district: ({ order }: Hit) => among(filter.district, order.district),
    category: ({ order }: Hit) => underOne(order.category, filter.category),
    source: ({ order }: Hit) => among(filter.source, order.source),
  };
}

type FacetName = keyof ReturnType<typeof facetsOf>;

function base(world: World, sight: Sight, filter: FindingFilter, at: number): Hit[] {
  const ms = (iso: string | undefined, otherwise: number): number => (iso === undefined ? otherwise : Date.parse(iso));
  const from = ms(filter.from, Number.NEGATIVE_INFINITY);
  const to = ms(filter.to, Number.POSITIVE_INFINITY);
  return world.orders.flatMap((order) =>
    order.findings
      .filter((known) => {
        const { red } = known.finding.steps;
        return (
          sight.finding(known, at) &&
          (filter.view === "watchlist" ? watched(known, at) : known.first <= at) &&
          known.first >= from &&
          known.first < to &&
          (filter.red_before === undefined || (red !== null && red > at && red < Date.parse(filter.red_before))) &&
          tells(order, filter.q) &&
          (filter.exempt === undefined || covers(known.exempt, at) === filter.exempt)
        );
      })
      .map((known) => ({ known, order })),
  );
}

/** Of the list, in its order: worst first, then newest step. */
export function expectedFindings(world: World, sight: Sight, filter: FindingFilter, at: number): KnownFinding[] {
  const is = Object.values(facetsOf(world, filter, at));
  return base(world, sight, filter, at)
    .filter((hit) => is.every((passes) => passes(hit)))
    .map(({ known }) => known)
    .sort((a, b) => levelAt(b, at) - levelAt(a, at) || sinceOf(b, at) - sinceOf(a, at) || Number(b.id) - Number(a.id));
}

/** Of each facet, without its own filter: counts by value. */
export function expectedFacets(world: World, sight: Sight, filter: FindingFilter, at: number) {
  const is = facetsOf(world, filter, at);
  const hits = base(world, sight, filter, at);
  const count = (facet: FacetName, values: (hit: Hit) => readonly string[]): Record<string, number> => {
    const others = Object.entries(is).flatMap(([name, passes]) => (name === facet ? [] : [passes]));
    const counts: Record<string, number> = {};
    for (const hit of hits)
      if (others.every((passes) => passes(hit)))
        for (const value of values(hit)) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  const pathsOf = (path: string): string[] =>
    path.split(">").map((_, index, steps) => steps.slice(0, index + 1).join(">"));
  return {
    total: hits.filter((hit) => Object.values(is).every((passes) => passes(hit))).length,
    rule: count("rule", ({ known }) => [known.finding.rule]),
    level: count("level", ({ known }) => [LEVELS[levelAt(known, at) - 1] ?? ""]),
    unit: count("unit", ({ known }) => known.finding.units.filter(({ since }) => since <= at).map(({ unit }) => unit)),
    district: count("district", ({ order }) => [order.district]),
    category: count("category", ({ order }) => pathsOf(order.category)),
    source: count("source", ({ order }) => [order.source]),
  };
}

/** Of the export: every finding in scope with a step by T, as `source|order|rule|units`. */
export const expectedExport = (world: World, sight: Sight, source: string | undefined, at: number): KnownFinding[] =>
  world.orders
    .filter((order) => source === undefined || order.source === source)
    .flatMap((order) => order.findings.filter((known) => known.first <= at && sight.finding(known, at)))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
