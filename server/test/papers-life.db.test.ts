import type { PaperDetail, PaperDocument } from "@tianyan/api";
import { expect, test } from "vitest";
import { CHECK } from "./support/cases";
import { paperDesk } from "./support/papers";

const said = (text: PaperDocument | null): string =>
  (text?.body ?? []).flatMap(({ spans }) => spans.map((span) => span.text)).join("");
const receiptOf = (paper: PaperDetail, unit = "甲局") =>
  paper.receipts.find((one) => one.unit.code === unit) ?? expect.fail(`no receipt of ${unit}`);

test("a paper is drafted from its case: what it says comes from the data, and says from which orders", async () => {
  const desk = await paperDesk();
  const paper = await desk.draft(await desk.case());
  expect([paper.state, paper.number, paper.text?.kind]).toEqual(["draft", null, "supervision_order"]);
  const facts = (paper.text?.body ?? []).flatMap(({ spans }) => spans).filter((span) => span.fact !== undefined);
  const returns = facts.find((span) => span.fact?.id === "order[12345/J1].returns[甲局]");
  expect(returns).toMatchObject({ text: "3次", fact: { orders: [{ source: "12345", orderId: "J1" }] } });
  expect(paper.problems).toEqual([]);
  const again = await desk.draft(await desk.case());
  expect(said(again.text)).toBe(said(paper.text));
});

test("what goes out has its number, the day the leader signed, and the time to reply counted from the day of issue", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("issued");
  expect([paper.number, paper.sent_on, paper.text?.printedOn]).toEqual(["纪督〔2026〕1号", "2026-11-21", "2026-11-21"]);
  expect(paper.text).toMatchObject({ number: { mark: "纪督", year: 2026, no: 1 }, date: "2026-11-21" });
  const { due_on, state } = receiptOf(paper);
  // Five working days from Saturday 21 November.
  expect([due_on, state]).toEqual(["2026-11-27", "served"]);
  expect(said(paper.text)).toContain("2026年11月27日");
});

test("a unit acknowledges and replies; the reply stands on the case, and can be returned with a reason", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("issued");
  const { id } = receiptOf(paper);
  const before = await desk.liaison.client.case(paper.case.id);
  expect(before.papers).toMatchObject([{ number: paper.number, receipt: "served", answer_by: "2026-11-27" }]);
  const taken = await desk.contact.client.actOnReceipt(paper.id, id, { action: "acknowledge" });
  expect(receiptOf(taken)).toMatchObject({ state: "acknowledged", acknowledged_by: desk.contact.actor.name });
  await desk.liaison.client.actOnReceipt(paper.id, id, { action: "remind" });
  const answered = await desk.contact.client.actOnReceipt(paper.id, id, { action: "reply", reply: "已约谈责任人" });
  expect(receiptOf(answered)).toMatchObject({
    state: "replied",
    reply: "已约谈责任人",
    replied_on: "2026-11-21",
    reminded: 1,
  });
  const file = await desk.liaison.client.case(paper.case.id);
  expect(file.papers).toMatchObject([{ receipt: "replied", reply: "已约谈责任人", answered_on: "2026-11-21" }]);
  expect(file.events[0]).toMatchObject({ kind: "paper_answered", after: { number: paper.number, unit: "甲局" } });
  expect(file.version).toBe(before.version + 1);
  const given = { action: "return_reply", reason: "未附制度文件", working_days: 3 } as const;
  const returned = await desk.liaison.client.actOnReceipt(paper.id, id, given);
  expect(receiptOf(returned)).toMatchObject({ state: "acknowledged", returned: "未附制度文件", due_on: "2026-11-25" });
  expect((await desk.liaison.client.papers({ unanswered: true })).total).toBe(1);
});

test("a case is not signed off, and not closed, before its papers in force are answered", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("issued");
  const refusals = async () =>
    (await desk.liaison.client.case(paper.case.id)).moves
      .find(({ action }) => action === "close")
      ?.refusals.map(({ code }) => code) ?? [];
  expect(await refusals()).toContain("papers_answered");
  await desk.contact.client.actOnReceipt(paper.id, receiptOf(paper).id, { action: "reply", reply: "已整改" });
  expect(await refusals()).not.toContain("papers_answered");
  const second = await desk.draft(await desk.liaison.client.case(paper.case.id));
  let held = second;
  for (const action of ["submit", "approve", "issue"] as const) held = await desk.step(held, action);
  expect(await refusals()).toContain("papers_answered");
  await desk.step(held, "withdraw");
  expect(await refusals()).not.toContain("papers_answered");
});

test("a paper on which no reply is asked for is acknowledged, and holds nothing up", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("issued", { reply_working_days: null });
  const { id } = receiptOf(paper);
  const reply = desk.contact.client.actOnReceipt(paper.id, id, { action: "reply", reply: "收到" });
  await expect(reply).rejects.toMatchObject({ code: "paper.guarded" });
  await desk.contact.client.actOnReceipt(paper.id, id, { action: "acknowledge" });
  expect((await desk.liaison.client.papers({ unanswered: true })).total).toBe(0);
});

test("what names before others takes two leaders, neither of whom signs twice or what is their own", async () => {
  const desk = await paperDesk();
  const naming = async () => {
    const paper = await desk.draft(await desk.case(), { kind: "circular", units: ["甲局", "乙局"] });
    expect([paper.naming, paper.approvals_needed]).toEqual(["units", 2]);
    return desk.step(paper, "submit");
  };
  const paper = await naming();
  const once = await desk.step(paper, "approve");
  expect([once.state, once.approvals]).toEqual(["submitted", 1]);
  await expect(desk.step(once, "approve")).rejects.toMatchObject({ code: "paper.guarded" });
  const twice = await desk.step(once, "approve", desk.other);
  expect([twice.state, twice.approvals]).toEqual(["approved", 2]);
  const back = await desk.step(twice, "send_back");
  expect([back.state, back.approvals, back.approved.filter(({ valid }) => valid)]).toEqual(["draft", 0, []]);
  await expect(desk.step(await desk.step(back, "submit"), "issue")).rejects.toMatchObject({
    code: "paper.transition_not_allowed",
  });
});

test("a text is changed as a draft only; every hand is kept, and approvals of what it was count no more", async () => {
  const desk = await paperDesk();
  const submitted = await desk.paperAt("submitted");
  const text = submitted.text ?? expect.fail("no text");
  const late = desk.liaison.client.rewritePaper(submitted.id, { version: submitted.version, text });
  await expect(late).rejects.toMatchObject({ code: "paper.not_draft" });
  const draft = await desk.step(submitted, "recall");
  const dated = desk.liaison.client.rewritePaper(draft.id, {
    version: draft.version,
    text: { ...text, date: "2026-01-01" },
  });
  await expect(dated).rejects.toMatchObject({ code: "paper.text_fixed" });
  const given = { version: draft.version, text: { ...text, note: "联系人：督办室" } };
  const changed = await desk.inspector.client.rewritePaper(draft.id, given);
  expect(changed.text?.note).toBe("联系人：督办室");
  expect(changed.texts.map(({ author }) => author)).toEqual([desk.liaison.actor.name, desk.inspector.actor.name]);
});

test("a correction takes the place of what it corrects, and says so on both", async () => {
  const desk = await paperDesk();
  const old = await desk.paperAt("issued");
  const file = await desk.liaison.client.case(old.case.id);
  let paper = await desk.draft(file, { corrects: old.id });
  expect(paper.corrects).toEqual({ id: old.id, number: old.number });
  for (const action of ["submit", "approve", "issue"] as const) paper = await desk.step(paper, action);
  const now = await desk.liaison.client.paper(old.id);
  expect([now.state, now.corrected_by]).toEqual(["corrected", paper.number]);
  const reply = desk.contact.client.actOnReceipt(old.id, receiptOf(old).id, { action: "reply", reply: "已整改" });
  await expect(reply).rejects.toMatchObject({ code: "paper.guarded" });
  await expect(desk.draft(file, { corrects: old.id })).rejects.toMatchObject({ code: "paper.correction_unusable" });
});

test("a paper goes to units of its case, and from a case that has not ended", async () => {
  const desk = await paperDesk();
  const file = await desk.case();
  await expect(desk.draft(file, { units: ["乙局"] })).rejects.toMatchObject({ code: "paper.recipient_outside" });
  const nobody = await desk.draft(file, { units: [] });
  await expect(desk.step(nobody, "submit")).rejects.toMatchObject({ code: "paper.guarded" });
  const ended = await desk.at("closed");
  await expect(desk.draft(ended)).rejects.toMatchObject({ code: "case.ended" });
});

test("the register is searched, narrowed and exported, late replies first to be found", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("issued");
  await desk.paperAt("draft", { kind: "supervision_letter" });
  const { client } = desk.liaison;
  const total = async (query: Parameters<typeof client.papers>[0]) => (await client.papers(query)).total;
  expect(await total({})).toBe(2);
  expect(await total({ state: "issued" })).toBe(1);
  expect(await total({ kind: ["supervision_letter", "circular"] })).toBe(1);
  expect(await total({ q: "纪督〔2026〕1" })).toBe(1);
  expect(await total({ case: paper.case.id })).toBe(1);
  expect(await total({ unit: "乙局" })).toBe(0);
  expect(await total({ overdue: true })).toBe(0);
  await desk.county.owner.sql`update paper_recipient set due_on = '2026-11-20' where served_at is not null`;
  expect((await client.papers({ overdue: true })).items[0]?.receipts[0]).toMatchObject({ overdue: true });
  const answer = await desk.router.request(client.papersExport({ state: "issued" }), { headers: desk.liaison.headers });
  const lines = (await answer.text()).split("\r\n");
  expect(lines[1]).toContain(`${paper.number},督办单,`);
  expect(lines[1]).toContain("甲局,已送达,2026-11-20,是");
});

test("a wording is changed as a version of its own, which the next draft takes up; of two at once one is told", async () => {
  const desk = await paperDesk();
  const { items } = await desk.liaison.client.paperTemplates();
  const template = items.find(({ kind }) => kind === "supervision_order") ?? expect.fail("no wording");
  const wording = { ...template.wording, signature: "阳谷县纪委监委" };
  const given = { version: template.version, mark: "阳纪督", wording };
  const asking = { ...given, wording: { ...wording, title: "关于{nobody.knows}的督办单" } };
  await expect(desk.liaison.client.changePaperTemplate("supervision_order", asking)).rejects.toMatchObject({
    code: "paper.template_unusable",
    detail: { zh: "没有数据可以填入 {nobody.knows}，请更正或删除" },
  });
  await desk.liaison.client.changePaperTemplate("supervision_order", given);
  await expect(desk.liaison.client.changePaperTemplate("supervision_order", given)).rejects.toMatchObject({
    code: "paper.template_changed",
  });
  const paper = await desk.paperAt("issued");
  expect([paper.number, paper.text?.signature]).toEqual(["阳纪督〔2026〕1号", "阳谷县纪委监委"]);
});

test("a paper that was written outside stands in the register as what it is, and is answered on the case", async () => {
  const desk = await paperDesk();
  const file = await desk.liaison.client.openCase({ title: "窗口推诿", units: ["甲局"], check: CHECK });
  const given = { number: "县督〔2026〕9号", unit: "甲局", sent_on: "2026-11-20", answer_by: "2026-11-24" };
  const held = await desk.liaison.client.addCasePaper(file.id, { version: file.version, ...given });
  const { items } = await desk.liaison.client.papers();
  expect(items).toMatchObject([{ kind: null, state: "issued", number: "县督〔2026〕9号" }]);
  const reply = { version: held.version, answered_on: "2026-11-21", reply: "已整改" };
  await desk.liaison.client.answerCasePaper(held.id, held.papers[0]?.id ?? "", reply);
  expect((await desk.liaison.client.papers({ unanswered: true })).total).toBe(0);
});
