import { ApiError, type DecideInput } from "@tianyan/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, type County, createCounty, NOW } from "./support/county";
import { type AtDesk, about, loadEvents, newAct, returns, type TriageOfTest, triageOf } from "./support/triage";

let county: County;
let triage: TriageOfTest;
let inspector: AtDesk;
let other: AtDesk;

beforeAll(async () => {
  county = await createCounty();
  triage = triageOf(county);
  inspector = await triage.sign("inspector", { name: "周敏" });
  other = await triage.sign("liaison", { name: "吴刚" });
});
afterAll(() => county.drop());

const REJECTED = { rule: "rejected-returns" } as const;
const orders = async (query: Parameters<AtDesk["client"]["findings"]>[0] = {}, who = inspector) =>
  (await who.client.findings({ ...REJECTED, ...query })).items.map(({ order_id }) => order_id).sort();
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );
const decide = (order: string, given: Partial<DecideInput> = {}, who = inspector) =>
  who.client.decide({ act: newAct(), findings: [about(order)], kind: "taken", ...given });

describe("deciding", () => {
  test("what is taken is mine, and stays on the watchlist", async () => {
    await loadEvents(county, returns("T1", 1));
    const { decided } = await decide("T1");
    expect(decided).toHaveLength(1);
    expect(decided[0]?.triage).toMatchObject({ status: "taken", mine: true, outcome: null, returned: false });
    expect(await orders({ mine: true })).toEqual(["T1"]);
    expect(await orders({ mine: true }, other)).toEqual([]);
    const [row] = (await other.client.findings({ ...REJECTED, q: "T1" })).items;
    expect(row?.triage).toMatchObject({ status: "taken", mine: false, decision: { by: { name: "周敏" } } });
  });

  test.each([
    ["dismissed", { reason: "minor" }],
    ["watched", { until: "2026-11-30T00:00:00Z" }],
  ] as const)("what is %s leaves the watchlist, can be asked for, and comes back by undo", async (kind, how) => {
    const order = `L-${kind}`;
    await loadEvents(county, returns(order, 1));
    const { act } = await decide(order, { kind, ...how });
    expect(await orders()).not.toContain(order);
    expect(await orders({ status: kind })).toContain(order);
    expect(await orders({ view: "all" })).toContain(order);
    const { decided } = await inspector.client.undoDecisions(act);
    expect(decided[0]?.triage).toMatchObject({ status: "open", decision: null });
    expect(await orders()).toContain(order);
    const { items } = await inspector.client.decisions("12345", order);
    expect(items).toMatchObject([{ kind, undone: { by: { name: "周敏" } } }]);
    expect(await codeOf(inspector.client.undoDecisions(act))).toBe("triage.act_not_found");
  });

  test("an act of many is one act: all or none, sent twice it is done once", async () => {
    await loadEvents(county, [...returns("B1", 1), ...returns("B2", 1)]);
    const given: DecideInput = { act: newAct(), findings: [about("B1"), about("B2")], kind: "taken" };
    const missing = { ...given, findings: [...given.findings, about("B3")] };
    expect(await codeOf(inspector.client.decide(missing))).toBe("triage.finding_not_found");
    expect(await orders({ mine: true, q: "B" })).toEqual([]);
    const once = await inspector.client.decide(given);
    expect(await inspector.client.decide(given)).toEqual(once);
    expect(await codeOf(other.client.decide(given))).toBe("triage.act_reused");
    expect(await orders({ mine: true, q: "B" })).toEqual(["B1", "B2"]);
  });

  test("of two who decide at once one wins, and the other is told who and when", async () => {
    await loadEvents(county, returns("C1", 1));
    const both = [inspector, other].map((who) => decide("C1", {}, who).catch((error: unknown) => error));
    const told = await Promise.all(both);
    const refused = told.filter((answer) => answer instanceof ApiError);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: "triage.changed" });
    expect((refused[0] as ApiError).detail?.zh).toMatch(/^(周敏|吴刚)，2026-11-21T04:00:00/);
    expect((await inspector.client.decisions("12345", "C1")).items).toHaveLength(1);
  });

  test("who saw the decision before may decide after it; an act that others built upon cannot be taken back", async () => {
    await loadEvents(county, returns("S1", 1));
    const first = await decide("S1");
    const seen = first.decided[0]?.triage.decision?.id ?? null;
    const findings = [about("S1", seen)];
    const second = await decide("S1", { findings, kind: "dismissed", reason: "other", text: "同一事项已结" }, other);
    expect(second.decided[0]?.triage).toMatchObject({ status: "dismissed", outcome: "dismissed" });
    expect(await codeOf(inspector.client.undoDecisions(first.act))).toBe("triage.changed");
    await other.client.undoDecisions(second.act);
    const [row] = (await inspector.client.findings({ ...REJECTED, q: "S1" })).items;
    expect(row?.triage).toMatchObject({ status: "taken", decision: { id: seen } });
  });

  test("a dismissal asks for its reason, watching for its end", async () => {
    await loadEvents(county, returns("R1", 1));
    expect(await codeOf(decide("R1", { kind: "dismissed" }))).toBe("request.invalid");
    expect(await codeOf(decide("R1", { kind: "dismissed", reason: "other", text: " " }))).toBe("request.invalid");
    expect(await codeOf(decide("R1", { kind: "watched" }))).toBe("request.invalid");
    expect(await codeOf(decide("R1", { kind: "watched", until: "2026-11-20T00:00:00Z" }))).toBe("triage.until_passed");
    expect(await codeOf(decide("R1", { kind: "watched", until: "yellow" }))).toBe("triage.until_passed");
  });
});

describe("coming back", () => {
  test("a dismissed one comes back when the rule fires again, and is remembered as dismissed", async () => {
    await loadEvents(county, returns("F1", 2));
    await decide("F1", { kind: "dismissed", reason: "minor" });
    expect(await orders()).not.toContain("F1");
    await loadEvents(county, returns("F1", 3));
    const [row] = (await inspector.client.findings({ ...REJECTED, q: "F1" })).items;
    expect(row?.triage).toMatchObject({ status: "open", returned: true, outcome: "dismissed" });
    const { decided } = await decide("F1", { findings: [about("F1", row?.triage?.decision?.id ?? null)] });
    expect(decided[0]?.triage).toMatchObject({ status: "taken", returned: false });
  });

  test("a condition comes back with its next level, one that is watched at its instant or level", async () => {
    let today = inspector;
    const moment = async (text: string) => {
      triage.moveTo(at(text));
      today = await triage.sign("inspector");
    };
    const line = (order: string) => [
      `${order},a,2026-11-20 09:00:00,accepted,,,`,
      `${order},b,2026-11-20 09:10:00,dispatched,,甲局,`,
    ];
    await loadEvents(county, ["W1", "W2", "W3"].flatMap(line));
    await moment("2026-11-26T04:00:00Z");
    const listed = async (status?: "open") =>
      (await today.client.findings({ rule: "uncontacted", ...(status ? { status } : {}) })).items.map(
        ({ order_id, triage: stands }) => `${order_id} ${stands?.status} ${stands?.returned}`,
      );
    const key = (order: string) => about(order, null, "uncontacted||b");
    const decideToday = (order: string, given: Partial<DecideInput>) =>
      decide(order, { findings: [key(order)], ...given }, today);
    await decideToday("W1", { kind: "dismissed", reason: "within_discretion" });
    await decideToday("W2", { kind: "watched", until: "2026-11-27T04:00:00Z" });
    await decideToday("W3", { kind: "watched", until: "red" });
    expect(await listed()).toEqual([]);
    await moment("2026-11-27T04:00:00Z");
    expect(await listed()).toEqual(["W2 open true"]);
    expect(await listed("open")).toEqual(["W2 open true"]);
    await moment("2026-11-28T04:00:00Z");
    expect((await listed()).sort()).toEqual(["W1 open true", "W2 open true", "W3 open true"]);
    // What was known then is asked for again: nothing is stored of where a finding stands.
    const then = await today.client.findings({ rule: "uncontacted", at: "2026-11-26T05:00:00Z" });
    expect(then.items).toEqual([]);
    triage.moveTo(NOW);
  });
});
