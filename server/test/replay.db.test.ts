import { parseParameters } from "@tianyan/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replayAll } from "../src/services/findings/replay";
import { checksum } from "./support/checksum";
import { ACTOR, type County, createCounty } from "./support/county";
import { type DemoFiles, demoFiles } from "./support/demo";

let demo: DemoFiles;
let county: County;
beforeAll(async () => {
  demo = await demoFiles(120);
  county = await createCounty();
  await county.load(demo.all);
});
afterAll(async () => {
  await county.drop();
  await demo.remove();
});

function rules(document: unknown) {
  const parsed = parseParameters(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.parameters;
}

test("replayed by what is in force nothing changes, not even the generation", async () => {
  const before = await checksum(county.owner);
  const summary = await replayAll(county.services, ACTOR, { dryRun: false });
  expect(summary).toMatchObject({ orders: 120, added: 0, changed: 0, removed: 0, generation: "1" });
  expect(await checksum(county.owner)).toBe(before);
});

test("a dry run says what would change and leaves no trace", async () => {
  const before = await checksum(county.owner);
  const parameters = rules({ rules: { inaction: { enabled: false } } });
  const summary = await replayAll(county.services, ACTOR, { parameters, dryRun: true });
  expect(summary.removed).toBeGreaterThan(0);
  expect(await checksum(county.owner)).toBe(before);
});

test("other parameters make a new generation that readers see whole; what is equal is not touched", async () => {
  const { sql } = county.owner;
  const inaction = (await county.findings()).filter(({ rule }) => rule === "inaction").length;
  const kept = (await county.findings()).filter(({ rule }) => rule !== "inaction");
  const parameters = rules({ rules: { inaction: { enabled: false } } });
  const summary = await replayAll(county.services, ACTOR, { parameters, dryRun: false });
  expect(summary).toMatchObject({ removed: inaction, added: 0, changed: 0, generation: "2" });
  expect(await county.findings()).toEqual(kept);
  expect((await sql`select 1 from finding where to_gen = 2`).length).toBe(inaction);
  await county.check();
});
