import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type County, createCounty } from "./support/county";
import { at as instantAt } from "./support/instants";
import { detected, expectedOf, STORIES, tablesOf, withoutMeasure } from "./support/stories";

describe.each(STORIES)("%s", (story) => {
  let county: County;
  beforeAll(async () => {
    county = await createCounty();
    await county.load(tablesOf(story));
  });
  afterAll(() => county.drop());

  test("imported, it gives the findings it must give", async () => {
    expect(withoutMeasure(await county.findings())).toEqual(withoutMeasure(await expectedOf(story)));
  });

  test("the findings are those of detect, with their figures", async () => {
    expect(await county.findings()).toEqual(await detected(story));
    await county.check();
  });

  test("at twenty instants they stand as detect says they stood", async () => {
    const { sql } = county.owner;
    const [span] = await sql<
      { first: number; last: number }[]
    >`select min(at) as first, max(at) as last from order_event`;
    const [first = 0, last = 0] = [span?.first, span?.last];
    const steps = (await county.findings())
      .flatMap((row) => [row.yellow_at, row.cleared_at])
      .filter((at) => at !== null);
    const spread = Array.from({ length: 14 }, (_, index) =>
      new Date(first + ((last - first) * index) / 12).toISOString(),
    );
    const instants = [...spread, ...steps.slice(0, 6)];
    expect(instants.length).toBeGreaterThanOrEqual(18);
    for (const at of [...instants, "2020-01-01T00:00:00.000Z", "2030-01-01T00:00:00.000Z"]) {
      const found = await county.findings({ at: instantAt(at) });
      expect(found, at).toEqual(await detected(story, at));
    }
  });
});

test("all stories in one database are each what they are alone", async () => {
  const county = await createCounty();
  try {
    for (const story of STORIES) await county.load(tablesOf(story));
    const expected = (await Promise.all(STORIES.map((story) => expectedOf(story)))).flat();
    const found = await county.findings({ source: "12345" });
    const byKey = (records: unknown[]) => new Set(records.map((record) => JSON.stringify(record)));
    expect(byKey(withoutMeasure(found))).toEqual(byKey(withoutMeasure(expected)));
    expect(await county.findings({ source: "another" })).toEqual([]);
    await county.check();
  } finally {
    await county.drop();
  }
});
