import { COUNTED, type Condition, LEVELS, type Leaf, RULES, SURVEY_RESULTS, URGENCIES } from "@tianyan/core";
import fc from "fast-check";
import type { World } from "../scope/world";

const some = <T>(values: readonly T[], most = 3) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(most, values.length) });
const any = <T>(values: readonly T[], most = 3) =>
  fc.subarray([...values], { maxLength: Math.min(most, values.length) });

/** Small ones, because those decide. */
const range = (most: number) =>
  fc
    .tuple(fc.nat(most), fc.nat(most), fc.constantFrom("least", "most", "both"))
    .map(([a, b, which]) =>
      which === "least"
        ? { at_least: a }
        : which === "most"
          ? { at_most: a }
          : { at_least: Math.min(a, b), at_most: Math.max(a, b) },
    );

const period = (world: World) => {
  const instants = world.orders.flatMap(({ acceptedAt }) =>
    acceptedAt === null ? [] : [new Date(acceptedAt).toISOString()],
  );
  return fc.oneof(fc.record({ from: fc.constantFrom(...instants) }), fc.record({ to: fc.constantFrom(...instants) }));
};

function leaves(world: World): fc.Arbitrary<Leaf> {
  const units = any(
    world.units.map(({ code }) => code),
    2,
  );
  const held = fc.option(range(15), { nil: undefined });
  const many = fc.option(range(4), { nil: {} });
  const leg = fc.record({ units, held, holding: fc.option(fc.boolean(), { nil: undefined }) });
  const finding = fc
    .record({
      view: fc.constantFrom("watchlist" as const, "all" as const),
      rules: any(RULES, 8),
      levels: any(LEVELS, 2),
      units,
      statuses: any(["open", "taken", "dismissed", "confirmed"] as const, 2),
      outcomes: any(["confirmed", "dismissed", "none"] as const, 2),
      period: fc.option(period(world), { nil: {} }),
    })
    .map(({ period: bounds, ...asked }) => ({ ...asked, ...bounds }));
  return fc.oneof(
    some(world.sources).map((sources): Leaf => ({ is: "source", in: sources })),
    some(world.districts).map((districts): Leaf => ({ is: "district", in: districts })),
    some(world.categories).map((paths): Leaf => ({ is: "category", in: paths })),
    some(URGENCIES).map((words): Leaf => ({ is: "urgency", in: words })),
    fc.constantFrom("open" as const, "done" as const).map((state): Leaf => ({ is: "state", state })),
    period(world).map((bounds): Leaf => ({ is: "accepted", ...bounds })),
    range(40).map((bounds): Leaf => ({ is: "age", ...bounds })),
    fc.tuple(fc.constantFrom("due" as const, "overdue" as const), fc.nat(10)).map(([is, days]): Leaf => ({ is, days })),
    fc.tuple(fc.constantFrom(...COUNTED), range(4)).map(([what, bounds]): Leaf => ({ is: "count", what, ...bounds })),
    some(SURVEY_RESULTS).map((words): Leaf => ({ is: "rating", in: words })),
    fc.constantFrom("路", "证", "A1", "水").map((has): Leaf => ({ is: "text", has })),
    fc.tuple(leg, many).map(([asked, bounds]): Leaf => ({ is: "leg", leg: asked, ...bounds })),
    fc.tuple(finding, many).map(([asked, bounds]): Leaf => ({ is: "finding", finding: asked, ...bounds })),
  );
}

/** Conditions that make sense of this county, up to three deep. */
export function conditions(world: World): fc.Arbitrary<Condition> {
  const leaf: fc.Arbitrary<Condition> = leaves(world);
  const group = (part: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
    fc.oneof(
      { weight: 3, arbitrary: part },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom("all" as const, "any" as const), fc.array(part, { minLength: 1, maxLength: 3 }))
          .map(([is, of]): Condition => ({ is, of })),
      },
      { weight: 1, arbitrary: part.map((of): Condition => ({ is: "not", of })) },
    );
  return group(group(leaf));
}
