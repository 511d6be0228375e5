import type { CaseDetail } from "@tianyan/api";
import { expect, test } from "vitest";
import { type CaseDesk, CHECK, caseDesk, MEASURE, REASON } from "./support/cases";

const PERSON = {
  name: "孙八九",
  post: "科长",
  discipline: "work",
  form: 1,
  decided_on: "2026-11-20",
  paper: "纪〔2026〕1号",
} as const;

const open = ({ liaison }: CaseDesk, title: string, unit: string): Promise<CaseDetail> =>
  liaison.client.openCase({ title, units: [unit] });

test("a case is in sight by its units and by its orders, and by nothing else", async () => {
  const desk = await caseDesk();
  const [first, second] = [await open(desk, "甲局案", "甲局"), await open(desk, "乙局案", "乙局")];
  const byOrder = await desk.liaison.client.openCase({
    title: "工单案",
    orders: [{ source: "12345", order_id: "J1" }],
  });
  const ofFirst = await desk.as("inspector", { scope: { units: ["甲局"] } });
  const listed = (await ofFirst.client.cases()).items.map(({ title }) => title);
  expect(listed.sort()).toEqual(["工单案", "甲局案"].sort());
  expect((await ofFirst.client.case(byOrder.id)).orders[0]?.order?.order_id).toBe("J1");
  await expect(ofFirst.client.case(second.id)).rejects.toMatchObject({ code: "case.not_found" });
  const act = { action: "accept_check", version: second.version } as const;
  await expect(ofFirst.client.actOnCase(second.id, act)).rejects.toMatchObject({ code: "case.not_found" });
  await expect(ofFirst.client.commentOnCase(second.id, { text: "看看" })).rejects.toMatchObject({
    code: "case.not_found",
  });
  const elsewhere = await desk.as("leader", { scope: { sources: ["linyi"] } });
  expect((await elsewhere.client.cases()).total).toBe(0);
  expect((await desk.leader.client.cases()).items.map(({ id }) => id)).toEqual([byOrder.id, second.id, first.id]);
  await expect(ofFirst.client.openCase({ title: "越权", units: ["乙局"] })).rejects.toMatchObject({
    code: "case.out_of_scope",
  });
});

test("nobody sees, opens or is given a case of their own unit, or of one below it", async () => {
  const desk = await caseDesk();
  const own = await desk.as("liaison", { unit: "甲局" });
  const held = await open(desk, "甲局一所案", "甲局一所");
  const other = await open(desk, "乙局案", "乙局");
  expect((await own.client.cases()).items.map(({ id }) => id)).toEqual([other.id]);
  await expect(own.client.case(held.id)).rejects.toMatchObject({ code: "case.not_found" });
  await expect(own.client.openCase({ title: "自查", units: ["甲局"] })).rejects.toMatchObject({ code: "case.recused" });
  const give = { version: held.version, account: own.account, reason: REASON };
  await expect(desk.liaison.client.assignCase(held.id, give)).rejects.toMatchObject({ code: "case.recused" });
  await desk.liaison.client.addCasePerson(other.id, { version: other.version, ...PERSON, unit: "甲局" });
  await expect(own.client.case(other.id)).rejects.toMatchObject({ code: "case.not_found" });
});

test("who was dealt with is shown to the liaison officer and the leader, counted for the inspector, and every look is on record", async () => {
  const desk = await caseDesk();
  const { id, version } = await open(desk, "窗口推诿", "甲局");
  const added = await desk.liaison.client.addCasePerson(id, { version, ...PERSON, unit: "甲局" });
  expect(added.people).toMatchObject([{ ...PERSON, unit: { code: "甲局" }, sanction: null }]);
  expect((await desk.leader.client.case(id)).people).toHaveLength(1);
  const seen = await desk.inspector.client.case(id);
  expect([seen.people, seen.counts.people]).toEqual([null, 1]);
  expect(JSON.stringify(seen)).not.toContain(PERSON.name);
  const trail = await desk.county.owner.sql<{ name: string; payload: string }[]>`
    select name, payload from audit_entry where action in ('case.people_read', 'case.person_added') order by seq`;
  expect(trail.map(({ name }) => name)).toEqual([desk.liaison.actor.name, desk.leader.actor.name]);
  expect(JSON.stringify(trail)).not.toContain(PERSON.name);
});

test("in the database too nobody reads people without saying so, nor cases without a scope", async () => {
  const desk = await caseDesk();
  const { id, version } = await open(desk, "窗口推诿", "甲局");
  await desk.liaison.client.addCasePerson(id, { version, ...PERSON, unit: "甲局" });
  const { db } = desk.county.services;
  await expect(db.sql`select from supervision_case`).rejects.toMatchObject({ code: "42501" });
  const counted = (role: string, scope: string) =>
    db.sql.begin(async (tx) => {
      await tx`select set_config('role', ${role}, true), set_config('tianyan.scope', ${scope}, true)`;
      const [row] = await tx<{ cases: number; people: number; events: number }[]>`
        select (select count(*)::int from supervision_case) as cases, (select count(*)::int from case_person) as people,
          (select count(*)::int from case_event) as events`;
      return row;
    });
  expect(await counted("tianyan_county", "")).toEqual({ cases: 1, people: 0, events: 2 });
  expect(await counted("tianyan_scoped", "")).toEqual({ cases: 0, people: 0, events: 0 });
  const scope = { sources: null, districts: null, units: ["乙局"], recused: [], own: false };
  expect(await counted("tianyan_scoped", JSON.stringify(scope))).toEqual({ cases: 0, people: 0, events: 0 });
  const all = { ...scope, units: null, recused: ["甲局"] };
  expect(await counted("tianyan_scoped", JSON.stringify(all))).toEqual({ cases: 0, people: 0, events: 0 });
});

test("a unit's contact sees what is asked of the unit and of those below it, the number of its case, and nothing else", async () => {
  const desk = await caseDesk();
  let held = await open(desk, "窗口推诿", "甲局");
  for (const unit of ["甲局", "甲局一所", "乙局"])
    held = await desk.liaison.client.addCaseMeasure(held.id, { version: held.version, ...MEASURE, unit });
  const contact = await desk.as("unit_contact", { scope: { units: ["甲局"] } });
  const { items } = await contact.client.measures();
  expect(items.map(({ unit, case: of }) => [unit.code, of.number])).toEqual([
    ["甲局", "督〔2026〕1号"],
    ["甲局一所", "督〔2026〕1号"],
  ]);
  expect(items[0]).toMatchObject({ due_on: "2026-12-04", working_days_left: 10, overdue: false, state: "asked" });
  await expect(contact.client.case(held.id)).rejects.toMatchObject({ code: "permission.denied" });
  const foreign = held.measures.find(({ unit }) => unit.code === "乙局")?.id ?? "";
  const report = { version: 1, evidence: "已办" };
  await expect(contact.client.reportMeasure(foreign, report)).rejects.toMatchObject({ code: "measure.not_found" });
  const own = items[0]?.id ?? "";
  expect(await contact.client.reportMeasure(own, report)).toMatchObject({
    state: "reported",
    evidence: "已办",
    version: 2,
  });
  const [line] = (await desk.liaison.client.case(held.id)).events;
  expect(line).toMatchObject({ kind: "measure_reported", post: "unit_contact", before: { state: "asked" } });
});

test("the ledger of the commission leaves out what is accepted, unless asked for", async () => {
  const desk = await caseDesk();
  const { id } = await desk.at("look_back");
  expect((await desk.leader.client.measures()).items).toEqual([]);
  const accepted = await desk.leader.client.measures({ state: "accepted", unit: "甲局" });
  expect(accepted.items).toMatchObject([{ case: { id }, look_back: "held", working_days_left: null }]);
});

test("a case opened from findings brings their orders and the units that they name, and its first check", async () => {
  const { liaison } = await caseDesk();
  const findings = [{ source: "12345", order_id: "J1", key: "rejected-returns|甲局|" }];
  const held = await liaison.client.openCase({ title: "三次退单", findings, check: CHECK });
  expect(held).toMatchObject({
    number: "督〔2026〕1号",
    stage: "clue",
    origin: "findings",
    assignee: { account: liaison.account },
    units: [{ code: "甲局", name: "甲局" }],
    orders: [{ source: "12345", order_id: "J1" }],
    findings: [{ key: "rejected-returns|甲局|", rule: "rejected-returns", active: true }],
    checks: [CHECK],
    further: [],
  });
  const missing = liaison.client.openCase({
    title: "无",
    findings: [{ source: "12345", order_id: "J1", key: "overdue||x" }],
  });
  await expect(missing).rejects.toMatchObject({ code: "case.finding_not_found" });
  const orders = [{ source: "12345", order_id: "J2" }];
  await expect(liaison.client.openCase({ title: "无", orders })).rejects.toMatchObject({
    code: "case.order_not_found",
  });
});
