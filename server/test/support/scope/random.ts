import { FindingFilterSchema, FindingsQuerySchema, OrdersQuerySchema } from "@tianyan/api";
import { LEVELS, RULES } from "@tianyan/core";
import fc from "fast-check";
import { NOW } from "../county";
import type { Eyes, World } from "./world";

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const instants = fc.integer({ min: NOW - 270 * DAY, max: NOW }).map(iso);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const few = (values: readonly string[], most = 3) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...values], { minLength: 1, maxLength: Math.min(most, values.length) }) },
  );
const some = (values: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.subarray([...values], { minLength: 1 }) },
  );

/** Somebody in a business post: with a scope, often none, and often recused. */
export function eyes(world: World): fc.Arbitrary<Eyes> {
  const codes = world.units.map(({ code }) => code);
  // Units that something happened to, so that scopes are seldom empty.
  const busy = [...new Set(world.orders.flatMap(({ legs }) => legs.map(({ unit }) => unit)))].sort();
  const scope = fc.record({
    sources: some(world.sources),
    districts: some(world.districts),
    units: fc.oneof(
      some(busy),
      few(codes, 4).map((chosen) => (chosen.length === 0 ? null : chosen)),
    ),
  });
  const commission = fc.record({
    post: fc.constantFrom("inspector", "liaison", "leader", "data_steward", "rule_keeper"),
    scope,
    recused: fc.oneof(
      fc.constant<string[]>([]),
      fc.constantFrom(...busy).map((unit) => [unit]),
      fc.constantFrom(...codes).map((unit) => [unit]),
    ),
  });
  const contact = fc.record({
    post: fc.constant("unit_contact"),
    scope: fc.record({
      sources: some(world.sources),
      districts: fc.constant(null),
      units: fc.constantFrom(...busy, ...codes).map((unit) => [unit]),
    }),
    recused: fc.constant<string[]>([]),
  });
  return fc.oneof({ weight: 3, arbitrary: commission }, { weight: 1, arbitrary: contact });
}

const WORDS = ["小区", "水", "YX2026", "拖欠", "的"];

const findingFilter = (world: World) => ({
  view: maybe(fc.constantFrom("watchlist", "all")),
  at: maybe(instants),
  rule: few(RULES, 4),
  level: few(LEVELS),
  unit: few(world.units.map(({ code }) => code)),
  district: few(world.districts),
  category: few(world.categories),
  source: few(world.sources),
  from: maybe(instants),
  to: maybe(instants),
  red_before: fc.option(instants, { nil: undefined, freq: 4 }),
  q: maybe(fc.constantFrom(...WORDS)),
  exempt: fc.option(fc.constantFrom("true", "false"), { nil: undefined, freq: 4 }),
});

const seldom = <T>(filter: Record<string, fc.Arbitrary<T>>) => {
  // Two filters at most: with more of them hardly anything is left to be wrong about.
  const names = Object.keys(filter);
  return fc
    .subarray(names, { maxLength: 3 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, filter[name] as fc.Arbitrary<T>]))));
};

export const findingFilters = (world: World) =>
  seldom<unknown>(findingFilter(world)).map((given) => FindingFilterSchema.parse(given));

export const findingQueries = (world: World) =>
  fc
    .tuple(seldom<unknown>(findingFilter(world)), fc.constantFrom(7, 40, 500))
    .map(([given, limit]) => FindingsQuerySchema.parse({ ...given, limit }));

export const orderQueries = (world: World) =>
  fc
    .tuple(
      seldom<unknown>({
        at: instants,
        source: few(world.sources),
        district: few(world.districts),
        category: few(world.categories),
        unit: few(world.units.map(({ code }) => code)),
        state: fc.constantFrom("open", "done"),
        from: instants,
        to: instants,
        q: fc.constantFrom(...WORDS),
      }),
      fc.option(
        fc.record({
          did: fc.constantFrom("found", "received", "flagged", "return_rejected", "return_approved", "handed_on"),
          did_from: maybe(instants),
          did_to: maybe(instants),
          did_unit: fc.option(fc.constantFrom(...world.units.map(({ code }) => code)), { nil: undefined, freq: 3 }),
        }),
        { nil: {}, freq: 1 },
      ),
      fc.constantFrom(9, 60, 500),
    )
    .map(([given, did, limit]) => OrdersQuerySchema.parse({ ...given, ...did, limit }));

export const moments = maybe(instants);
export const someOrder = (world: World) => fc.constantFrom(...world.orders);
export const someSources = (world: World) => few(world.sources);
export const periods = fc
  .tuple(fc.integer({ min: NOW - 260 * DAY, max: NOW - DAY }), fc.integer({ min: 1, max: 120 }))
  .map(([from, days]) => ({ from: iso(from), to: iso(from + days * DAY) }));
