import type { CaseDetail } from "@tianyan/api";
import { expect, test } from "vitest";
import { caseDesk, MEASURE, REASON } from "./support/cases";

const codes = (held: CaseDetail, action: string): string[] =>
  held.moves.find((move) => move.action === action)?.refusals.map(({ code }) => code) ?? [];

test("a case that names no unit is not put under supervision, and says what to do", async () => {
  const { liaison } = await caseDesk();
  const held = await liaison.client.openCase({ title: "来信反映" });
  expect(codes(held, "to_supervise")).toEqual(["names_unit"]);
  const act = { action: "to_supervise", version: held.version } as const;
  await expect(liaison.client.actOnCase(held.id, act)).rejects.toMatchObject({
    code: "case.guarded",
    detail: { zh: "案件未关联承办单位，请先关联", en: "The case names no unit: add the one it is about" },
    problems: [{ path: "names_unit" }],
  });
  const named = await liaison.client.addCaseUnits(held.id, { version: held.version, units: ["甲局"] });
  expect((await liaison.client.actOnCase(held.id, { ...act, version: named.version })).stage).toBe("supervise");
});

test("nothing is filed without a check on record and a leader's approval", async () => {
  const { liaison } = await caseDesk();
  let held = await liaison.client.openCase({ title: "窗口推诿", units: ["甲局"] });
  held = await liaison.client.actOnCase(held.id, { action: "accept_check", version: held.version });
  expect(codes(held, "to_file")).toEqual(["check_recorded", "approval_missing"]);
});

test("a case is not signed off with an open measure, one nobody looked at again, or an unanswered paper", async () => {
  const { liaison, at, as } = await caseDesk();
  let held = await at("look_back");
  expect(codes(held, "sign_off")).toEqual(["approval_missing"]);
  const paper = { number: "督办单〔2026〕1号", unit: "甲局", sent_on: "2026-11-20", answer_by: "2026-11-24" };
  held = await liaison.client.addCasePaper(held.id, { version: held.version, ...paper });
  held = await liaison.client.addCaseMeasure(held.id, { version: held.version, ...MEASURE });
  expect(codes(held, "sign_off")).toEqual(["measures_accepted", "papers_answered", "approval_missing"]);
  const measure = held.measures.find(({ state }) => state === "asked")?.id ?? "";
  const contact = await as("unit_contact", { scope: { units: ["甲局"] } });
  await contact.client.reportMeasure(measure, { version: 1, evidence: "已公示" });
  held = await liaison.client.case(held.id);
  const check = { act: "check", version: held.version, verdict: "accepted", note: "已核验" } as const;
  held = await liaison.client.changeCaseMeasure(held.id, measure, check);
  const reply = { version: held.version, answered_on: "2026-11-21", reply: "已整改" };
  held = await liaison.client.answerCasePaper(held.id, held.papers[0]?.id ?? "", reply);
  expect(codes(held, "sign_off")).toEqual(["measures_held", "approval_missing"]);
});

test("what does not hold is asked for again, and the case goes back to rectification", async () => {
  const { liaison, at, as, step } = await caseDesk();
  let held = await at("look_back");
  expect(codes(held, "to_rectify")).toEqual(["measure_failed"]);
  const measure = held.measures[0]?.id ?? "";
  const look = { act: "look_back", version: held.version, result: "not_held", note: "又出现空岗" } as const;
  held = await liaison.client.changeCaseMeasure(held.id, measure, look);
  expect(held.measures[0]).toMatchObject({ state: "returned", look_back: "not_held" });
  held = await step(held, "to_rectify");
  const contact = await as("unit_contact", { scope: { units: ["甲局"] } });
  const { version } = held.measures[0] ?? { version: 0 };
  const again = await contact.client.reportMeasure(measure, { version, evidence: "增设值班" });
  expect(again).toMatchObject({ state: "reported", look_back: null });
});

test("an approval that was asked, granted or denied says so, is kept, and counts no more once the case has moved", async () => {
  const { liaison, leader, at, step } = await caseDesk();
  let held = await at("check");
  const ask = { action: "to_file", reason: REASON } as const;
  held = await liaison.client.askCaseApproval(held.id, { version: held.version, ...ask });
  expect(held.waiting).toEqual(["to_file"]);
  expect((await leader.client.cases({ waiting: true })).items.map(({ id }) => id)).toEqual([held.id]);
  const twice = liaison.client.askCaseApproval(held.id, { version: held.version, ...ask });
  await expect(twice).rejects.toMatchObject({ code: "case.approval_asked" });
  const file = { action: "to_file", version: held.version } as const;
  await expect(liaison.client.actOnCase(held.id, file)).rejects.toMatchObject({
    code: "case.guarded",
    problems: [{ path: "approval_asked" }],
  });
  const entry = held.approvals[0]?.id ?? "";
  const silent = leader.client.decideCaseApproval(held.id, entry, { version: held.version, verdict: "denied" });
  await expect(silent).rejects.toMatchObject({ code: "case.reason_required" });
  const denied = { version: held.version, verdict: "denied", reason: "证据不足" } as const;
  held = await leader.client.decideCaseApproval(held.id, entry, denied);
  expect(codes(held, "to_file")).toEqual(["approval_denied"]);
  held = await liaison.client.askCaseApproval(held.id, { version: held.version, ...ask });
  const granted = { version: held.version, verdict: "granted", reason: "同意" } as const;
  held = await leader.client.decideCaseApproval(held.id, held.approvals[0]?.id ?? "", granted);
  expect(codes(held, "to_file")).toEqual([]);
  held = await step(held, "suspend");
  held = await step(held, "resume");
  expect(codes(held, "to_file")).toEqual(["approval_missing"]);
  expect(held.approvals.map(({ verdict, verdict_reason, valid }) => [verdict, verdict_reason, valid])).toEqual([
    ["granted", "同意", false],
    ["denied", "证据不足", false],
  ]);
  const again = leader.client.decideCaseApproval(held.id, held.approvals[0]?.id ?? "", {
    ...granted,
    version: held.version,
  });
  await expect(again).rejects.toMatchObject({ code: "case.approval_decided" });
});

test("nobody approves what they asked for themselves in another post", async () => {
  const { county, liaison, leader, at } = await caseDesk();
  const held = await at("clue");
  const asked = await liaison.client.askCaseApproval(held.id, {
    version: held.version,
    action: "close",
    reason: REASON,
  });
  await county.owner.sql`update case_approval set asked_account = ${leader.account}`;
  const own = { version: asked.version, verdict: "granted" } as const;
  await expect(leader.client.decideCaseApproval(held.id, asked.approvals[0]?.id ?? "", own)).rejects.toMatchObject({
    code: "case.own_approval",
  });
});

test("a case that has ended takes comments and files, and nothing else before it is reopened", async () => {
  const { liaison, at, step } = await caseDesk();
  const held = await at("closed");
  const { id, version } = held;
  await expect(liaison.client.addCaseUnits(id, { version, units: ["乙局"] })).rejects.toMatchObject({
    code: "case.ended",
  });
  await liaison.client.commentOnCase(id, { text: "已归档" });
  await liaison.client.attachToCase(id, "归档.txt", "卷宗目录");
  const reopened = await step(await liaison.client.case(id), "reopen");
  expect(reopened.stage).toBe("check");
  await liaison.client.addCaseUnits(id, { version: reopened.version, units: ["乙局"] });
});

test("findings of a case that was signed off are confirmed, until it is reopened", async () => {
  const { liaison, step, at } = await caseDesk();
  let held = await at("look_back");
  const finding = { source: "12345", order_id: "J1", key: "rejected-returns|甲局|" };
  held = await liaison.client.addCaseFindings(held.id, { version: held.version, findings: [finding] });
  expect(held.findings.map(({ outcome }) => outcome)).toEqual([null]);
  held = await step(held, "sign_off");
  expect(held.findings.map(({ outcome }) => outcome)).toEqual(["confirmed"]);
  held = await step(held, "reopen");
  expect(held.findings.map(({ outcome }) => outcome)).toEqual([null]);
});
