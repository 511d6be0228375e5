import { ApiError, PERMISSIONS_OF_POST, type Post } from "@tianyan/api";
import { RULES } from "@tianyan/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, type County, createCounty, fileOf, NOW } from "./support/county";
import { type AtDesk, about, loadEvents, newAct, returns, type TriageOfTest, triageOf } from "./support/triage";

let county: County;
let triage: TriageOfTest;
let liaison: AtDesk;
let unit: AtDesk;

beforeAll(async () => {
  county = await createCounty();
  triage = triageOf(county);
  liaison = await triage.sign("liaison", { name: "吴刚" });
  unit = await triage.sign("unit_contact", { name: "林志诚", scope: { units: ["甲局"] } });
});
afterAll(() => county.drop());

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );
const explain = (order: string, kind: "explanation" | "appeal" = "explanation", who = unit) => {
  const { source, order_id, key } = about(order);
  return who.client.explain({ source, order_id, key, kind, text: "系统故障，13812345678 可证" });
};
const standing = async (order: string) => {
  const { items } = await liaison.client.findings({ rule: "rejected-returns", view: "all", q: order });
  return items[0]?.triage;
};

describe("explanations", () => {
  test("one that is accepted exempts the finding, with the reason; the unit is not told who answered", async () => {
    await loadEvents(county, returns("E1", 1));
    const { id } = await explain("E1");
    expect(await codeOf(explain("E1"))).toBe("explanation.open");
    const { items } = await liaison.client.explanations({ state: ["open"] });
    expect(items).toMatchObject([{ id, state: "open", unit: { code: "甲局" }, by: { name: "林志诚" }, answer: null }]);
    expect(items[0]?.text).not.toContain("13812345678");
    const told = await liaison.client.answerExplanation(id, { accepted: true, reason: "情况属实" });
    expect(told).toMatchObject({ state: "accepted", answer: { by: { name: "吴刚" }, reason: "情况属实" } });
    expect(await standing("E1")).toMatchObject({
      status: "exempted",
      outcome: "exempt",
      decision: { text: "情况属实" },
    });
    const own = await unit.client.explanations();
    expect(own.items).toMatchObject([{ id, state: "accepted", answer: { by: null, reason: "情况属实" } }]);
    expect(await codeOf(liaison.client.answerExplanation(id, { accepted: false, reason: "再议" }))).toBe(
      "explanation.answered",
    );
  });

  test("one that is refused changes nothing, and can be appealed against", async () => {
    await loadEvents(county, returns("E2", 1));
    const { id } = await explain("E2");
    await liaison.client.answerExplanation(id, { accepted: false, reason: "无记录可证" });
    expect(await standing("E2")).toMatchObject({ status: "open", decision: null });
    expect(await explain("E2", "appeal")).toMatchObject({ kind: "appeal", state: "open" });
  });

  test("that one was accepted can be taken back, with a reason: the finding stands as before, nothing is forgotten", async () => {
    await loadEvents(county, returns("E4", 1));
    await liaison.client.decide({ act: newAct(), findings: [about("E4")], kind: "confirmed" });
    const { id } = await explain("E4");
    expect(await codeOf(liaison.client.retractExplanation(id, { reason: "早了" }))).toBe("explanation.not_accepted");
    await liaison.client.answerExplanation(id, { accepted: true, reason: "情况属实" });
    expect(await standing("E4")).toMatchObject({ status: "exempted", outcome: "exempt" });
    expect(await codeOf(unit.client.retractExplanation(id, { reason: "不服" }))).toBe("permission.denied");
    const told = await liaison.client.retractExplanation(id, { reason: "录音与说明不符" });
    expect(told).toMatchObject({
      state: "retracted",
      answer: { reason: "情况属实" },
      retracted: { by: { name: "吴刚" }, reason: "录音与说明不符" },
    });
    expect(await standing("E4")).toMatchObject({ status: "confirmed", outcome: "confirmed" });
    const { items } = await liaison.client.decisions("12345", "E4");
    expect(items.map(({ kind, undone }) => [kind, undone?.by.name ?? null])).toEqual([
      ["exempted", "吴刚"],
      ["confirmed", null],
    ]);
    expect(await codeOf(liaison.client.retractExplanation(id, { reason: "再撤" }))).toBe("explanation.not_accepted");
    expect((await unit.client.explanations({ state: ["retracted"] })).items).toMatchObject([
      { id, retracted: { by: null, reason: "录音与说明不符" } },
    ]);
    expect(await explain("E4", "appeal")).toMatchObject({ kind: "appeal", state: "open" });
  });

  test("what an answer exempted is in no figure of accountability, until that is taken back", async () => {
    await loadEvents(county, [
      ...returns("E5", 1),
      "E5,y,2026-11-03 14:00:00,replied,甲局,,",
      "E5,z,2026-11-03 15:00:00,completed,甲局,,",
    ]);
    expect((await liaison.client.findings({ view: "all", q: "E5" })).total).toBe(1);
    const figures = async () => {
      const { findings, units } = await liaison.client.overview();
      const counted = await liaison.client.findings({ view: "all", exempt: false, q: "E5", rule: "rejected-returns" });
      const exempt = await liaison.client.findings({ view: "all", exempt: true, q: "E5", rule: "rejected-returns" });
      return [findings.now, findings.orders, units.flagged, counted.total, exempt.total];
    };
    const [before = 0, orders = 0, flagged = 0] = await figures();
    const { id } = await explain("E5");
    await liaison.client.answerExplanation(id, { accepted: true, reason: "情况属实" });
    expect(await figures()).toEqual([before - 1, orders - 1, flagged - 1, 0, 1]);
    await liaison.client.retractExplanation(id, { reason: "录音与说明不符" });
    expect(await figures()).toEqual([before, orders, flagged, 1, 0]);
  });

  test("a unit sees that a finding of its own is not pursued, or exempted, and neither by whom nor why", async () => {
    await loadEvents(county, [...returns("E6", 1), ...returns("E7", 1), ...returns("E8", 1)]);
    const own = async (order: string) => {
      const asked = { rule: "rejected-returns", q: order } as const;
      const { items } = await unit.client.findings(asked);
      const { findings } = await unit.client.order("12345", order);
      const inOrder = findings.find(({ rule }) => rule === "rejected-returns");
      expect(JSON.stringify([items, findings])).not.toMatch(/周敏|吴刚|内部意见/);
      expect(inOrder?.settled).toBe(items[0]?.settled);
      return items[0]?.settled;
    };
    const dismissal = { kind: "dismissed", reason: "other", text: "内部意见" } as const;
    const { act } = await liaison.client.decide({ act: newAct(), findings: [about("E6")], ...dismissal });
    await liaison.client.decide({ act: newAct(), findings: [about("E7")], kind: "confirmed" });
    const { id } = await explain("E8");
    await liaison.client.answerExplanation(id, { accepted: true, reason: "情况属实" });
    expect([await own("E6"), await own("E7"), await own("E8")]).toEqual(["dismissed", null, "exempted"]);
    await liaison.client.undoDecisions(act);
    expect(await own("E6")).toBeNull();
    await liaison.client.decide({ act: newAct(), findings: [about("E6")], ...dismissal });
    await loadEvents(county, returns("E6", 2));
    expect(await own("E6")).toBeNull();
    const { items } = await liaison.client.findings({ rule: "rejected-returns", q: "E7" });
    expect(items[0]).toMatchObject({ settled: null, verified: { confirmed: expect.any(Number) } });
  });

  test("a unit explains only what names it, and sees only what it said itself", async () => {
    await loadEvents(county, returns("E3", 1));
    const stranger = await triage.sign("unit_contact", { scope: { units: ["乙局"] } });
    expect(await codeOf(explain("E3", "explanation", stranger))).toBe("triage.finding_not_found");
    expect((await stranger.client.explanations()).items).toEqual([]);
    const elsewhere = await triage.sign("liaison", { scope: { units: ["乙局"] } });
    const { id } = await explain("E3");
    expect((await elsewhere.client.explanations()).items).toEqual([]);
    expect(await codeOf(elsewhere.client.answerExplanation(id, { accepted: true, reason: "好" }))).toBe(
      "explanation.not_found",
    );
  });
});

describe("who may", () => {
  test.each(["leader", "rule_keeper", "data_steward", "unit_contact"] as const)("%s decides nothing", async (post) => {
    const scope = post === "unit_contact" ? { scope: { units: ["甲局"] } } : {};
    const { client } = await triage.sign(post, scope);
    await loadEvents(county, returns("P1", 1));
    const given = { act: newAct(), findings: [about("P1")], kind: "taken" as const };
    expect(await codeOf(client.decide(given))).toBe("permission.denied");
  });

  test("who decides is of the commission and looks into findings", () => {
    const may = Object.entries(PERMISSIONS_OF_POST).filter(([, of]) => of.includes("findings.decide"));
    expect(may.map(([post]) => post as Post).sort()).toEqual(["inspector", "liaison"]);
  });

  test("what is out of scope, or of the own unit, cannot be decided about, nor its decisions be seen", async () => {
    await loadEvents(county, returns("O1", 1));
    await liaison.client.decide({ act: newAct(), findings: [about("O1")], kind: "taken" });
    for (const options of [{ scope: { units: ["乙局"] } }, { unit: "甲局" }, { scope: { districts: ["赤城"] } }]) {
      const { client } = await triage.sign("inspector", options);
      const given = { act: newAct(), findings: [about("O1")], kind: "taken" as const };
      expect(await codeOf(client.decide(given))).toBe("triage.finding_not_found");
      const told = client.decisions("12345", "O1").then(({ items }) => (items.length === 0 ? "none" : "some"));
      expect(["none", "order.not_found"]).toContain(await told.catch((error: ApiError) => error.code));
    }
    const [seen] = (await unit.client.findings({ q: "O1", rule: "rejected-returns" })).items;
    expect(seen).toMatchObject({ triage: null, priority: null });
    expect((await unit.client.facets({ q: "O1" })).status).toEqual([]);
    expect(await codeOf(unit.client.decisions("12345", "O1"))).toBe("permission.denied");
  });
});

describe("coming back to the list", () => {
  test("views are a person's own; what is shared others may choose, and not change", async () => {
    const [mine, other] = [await triage.sign("inspector"), await triage.sign("leader")];
    const view = await mine.client.addView({ name: "红色", query: "?level=red" });
    expect(view).toMatchObject({ query: "level=red", shared: false, mine: true });
    expect(await codeOf(mine.client.addView({ name: "红色", query: "" }))).toBe("view.name_taken");
    expect((await other.client.views()).views).toEqual([]);
    await mine.client.changeView(view.id, { name: "红色", query: "level=red", shared: true });
    expect((await other.client.views()).views).toMatchObject([{ id: view.id, mine: false }]);
    expect(await codeOf(other.client.removeView(view.id))).toBe("view.not_found");
    await mine.client.removeView(view.id);
    expect((await mine.client.views()).views).toEqual([]);
  });

  test("what is new is new since the visit before this one", async () => {
    const here = await triage.sign("inspector");
    expect(await here.client.visitWatchlist()).toEqual({ since: null });
    expect((await here.client.facets()).new_since_visit).toBeNull();
    triage.moveTo(at("2026-11-21T04:10:00Z"));
    expect(await here.client.visitWatchlist()).toEqual({ since: null });
    await county.owner.sql`update visit set seen_at = '2026-11-04T12:00:00Z' where account = ${here.account}::bigint`;
    expect(await here.client.visitWatchlist()).toEqual({ since: "2026-11-04T12:00:00.000Z" });
    await loadEvents(county, returns("N1", 3));
    const asked = { q: "N1", rule: "rejected-returns" } as const;
    const newSince = async (before: string): Promise<(number | string | undefined)[]> => {
      await county.owner.sql`update visit set before = ${before}::timestamptz where account = ${here.account}::bigint`;
      const { new_since_visit } = await here.client.facets(asked);
      const { total } = await here.client.findings({ ...asked, new_since: new_since_visit?.from });
      expect(total).toBe(new_since_visit?.count);
      return [new_since_visit?.count, new_since_visit?.from];
    };
    // Its first step was on 3 November, it was recorded on the 21st at 04:10: new to whom it was not there before.
    expect(await newSince("2026-11-01T12:00:00Z")).toEqual([1, "2026-11-01T12:00:00.000Z"]);
    expect(await newSince("2026-11-20T12:00:00Z")).toEqual([1, "2026-11-20T12:00:00.000Z"]);
    expect(await newSince("2026-11-21T04:11:00Z")).toEqual([0, "2026-11-21T04:11:00.000Z"]);
    // That another event counts for it does not make it new.
    triage.moveTo(at("2026-11-21T04:20:00Z"));
    await loadEvents(county, returns("N1", 4));
    expect(await newSince("2026-11-21T04:11:00Z")).toEqual([0, "2026-11-21T04:11:00.000Z"]);
    triage.moveTo(NOW);
  });
});

test("the facets of standing count what a list of each lists", async () => {
  const { client } = liaison;
  for (const view of ["watchlist", "all"] as const) {
    const facets = await client.facets({ view, status: ["open"] });
    for (const status of ["open", "taken", "exempted"] as const) {
      const { total } = await client.findings({ view, status, limit: 1 });
      expect([view, status, facets.status.find(({ value }) => value === status)?.count ?? 0]).toEqual([
        view,
        status,
        total,
      ]);
    }
  }
  const { mine } = await client.facets();
  expect(mine).toBe((await client.findings({ mine: true })).total);
  expect(mine).toBeGreaterThan(0);
});

test("a rule says how often its findings in scope were confirmed, at the least", async () => {
  const orders = Array.from({ length: 10 }, (_, index) => `V${index}`);
  const lines = orders.flatMap((order) => returns(order, 1)).map((line) => line.replaceAll("甲局", "丙局"));
  await loadEvents(county, lines);
  const refs = orders.map((order) => about(order, null, "rejected-returns|丙局|"));
  const here = await triage.sign("liaison", { scope: { units: ["丙局"] } });
  await here.client.decide({ act: newAct(), findings: refs.slice(0, 8), kind: "confirmed" });
  await here.client.decide({ act: newAct(), findings: refs.slice(8), kind: "dismissed", reason: "minor" });
  const { rules } = await here.client.rules();
  const verified = rules.find(({ rule }) => rule === "rejected-returns")?.verified;
  expect(verified).toMatchObject({ confirmed: 8, dismissed: 2, exempt: 0, share: 0.8 });
  expect(verified?.at_least).toBeCloseTo(0.4902, 3);
  expect(rules.map(({ rule }) => rule)).toEqual([...RULES]);
  const [row] = (await here.client.findings({ rule: "rejected-returns", limit: 1 })).items;
  expect(row?.verified).toEqual(verified);
  const other = await triage.sign("inspector", { scope: { units: ["乙局"] } });
  const elsewhere = (await other.client.rules()).rules.find(({ rule }) => rule === "rejected-returns");
  expect(elsewhere?.verified).toMatchObject({ confirmed: 0, share: null, at_least: null });
});

test("citizens who wait on the same matter count, each once, while their orders are open", async () => {
  const given = ["Z1,东路1号,p1", "Z2,东路1号,p2", "Z3,东路1号,p2", "Z4, 东路1号 ,p3", "Z5,西路9号,p4", "Z6,,p5"];
  const attributes = given.map((line) => {
    const [order, location, citizen] = line.split(",");
    return `${order},同一事项,住房>物业,赤城,${location},${citizen}`;
  });
  const orders = ["order_id,title,category,district,location,citizen_key", ...attributes];
  const done = (order: string) => `${order},z,2026-11-20 09:00:00,completed,甲局,,`;
  const names = ["Z1", "Z2", "Z3", "Z4", "Z5", "Z6"];
  const events = [
    "order_id,event_id,at,kind,unit,to_unit,reason_code",
    ...names.flatMap((order) => returns(order, 1)),
    done("Z4"),
  ];
  await county.load([await fileOf("orders.csv", orders), await fileOf("events.csv", events)]);
  const waiting = async (query: { sort?: "priority"; at?: string } = {}) => {
    const { items } = await liaison.client.findings({ view: "all", q: "同一事项", rule: "rejected-returns", ...query });
    const told = items.map(({ order_id, priority }) => {
      const part = priority?.parts.find(({ part: name }) => name === "citizens");
      return `${order_id} ${part?.value} +${part?.points}`;
    });
    return told.sort();
  };
  const now = ["Z1 2 +2", "Z2 2 +2", "Z3 2 +2", "Z4 0 +0", "Z5 1 +0", "Z6 0 +0"];
  expect(await waiting()).toEqual(now);
  expect(await waiting({ sort: "priority" })).toEqual(now);
  const before = await waiting({ at: "2026-11-19T00:00:00Z" });
  expect(before.slice(0, 4)).toEqual(["Z1 3 +4", "Z2 3 +4", "Z3 3 +4", "Z4 3 +4"]);
  const { items } = await liaison.client.findings({
    view: "all",
    q: "同一事项",
    rule: "rejected-returns",
    sort: "priority",
  });
  const points = items.map(({ priority }) => priority?.points ?? 0);
  expect(points).toEqual([...points].sort((a, b) => b - a));
  expect(items[0]?.order_id).toMatch(/^Z[123]$/);
});

test("sorted by priority the list has most points first, page by page, and each part is shown", async () => {
  const lines = ["X1,a,2026-11-18 09:00:00,accepted,,,", "X1,b,2026-11-18 09:10:00,dispatched,,甲局,"];
  await loadEvents(county, lines);
  const { items, total } = await liaison.client.findings({ sort: "priority", limit: 500 });
  expect(total).toBe(items.length);
  expect(items.length).toBeGreaterThan(10);
  const points = items.map(({ priority }) => priority?.points ?? 0);
  expect(points).toEqual([...points].sort((a, b) => b - a));
  for (const { priority } of items)
    expect(priority?.parts.reduce((sum, part) => sum + part.points, 0)).toBe(priority?.points);
  expect(new Set(points).size).toBeGreaterThan(3);
  const paged: string[] = [];
  for (let cursor: string | undefined, last = false; !last; ) {
    const page = await liaison.client.findings({ sort: "priority", limit: 3, cursor });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor ?? undefined;
    last = page.next_cursor === null;
  }
  expect(paged).toEqual(items.map(({ id }) => id));
  const byLevel = await liaison.client.findings({ limit: 500 });
  const partsOf = (list: typeof items) => list.map(({ id, priority }) => [id, priority] as const).sort();
  expect(partsOf(byLevel.items)).toEqual(partsOf(items));
});
