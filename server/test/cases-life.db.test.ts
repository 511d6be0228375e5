import { createHash } from "node:crypto";
import { CasesQuerySchema, OpenCaseSchema } from "@tianyan/api";
import { MINUTE } from "@tianyan/core";
import { expect, test } from "vitest";
import { listCases } from "../src/services/cases/list";
import { openCase } from "../src/services/cases/open";
import { readCase } from "../src/services/cases/read";
import { caseDesk, REASON } from "./support/cases";
import { fileOf } from "./support/county";
import { at as instantAt } from "./support/instants";
import { asking } from "./support/person";

const ORDER = { source: "12345", order_id: "J1" };

test("when an order of a case that has ended is reopened, or gets a new finding, reopening the case is proposed", async () => {
  const desk = await caseDesk();
  const { owner, load } = desk.county;
  let held = await desk.at("look_back");
  held = await desk.liaison.client.addCaseOrders(held.id, { version: held.version, orders: [ORDER] });
  held = await desk.step(held, "sign_off");
  expect([held.reopening, held.further]).toEqual([false, []]);
  await owner.sql`update supervision_case set stage_since = '2026-11-10 04:00:00+00'`;
  const { reopening, further } = await desk.liaison.client.case(held.id);
  expect([reopening, further]).toEqual([false, []]);
  const lines = [
    "order_id,at,kind,unit,to_unit",
    "J1,2026-11-09 09:00:00,completed,甲局,",
    "J1,2026-11-12 09:00:00,reopened,centre,",
  ];
  await load([await fileOf("events.csv", lines)]);
  const seen = await desk.liaison.client.case(held.id);
  expect(seen.reopening).toBe(true);
  const at = "2026-11-12T01:00:00.000Z";
  expect(seen.further).toContainEqual({ kind: "reopened", ...ORDER, at, rule: null, key: null });
  expect(seen.further).toContainEqual({ kind: "finding", ...ORDER, at, rule: "reopened", key: "reopened||" });
  expect((await desk.leader.client.cases({ reopening: true })).items.map(({ id }) => id)).toEqual([held.id]);
  const taken = await desk.step(seen, "reopen");
  expect([taken.stage, taken.reopening]).toEqual(["check", false]);
});

test("a stage has its deadline in working days, and what is past it can be asked for", async () => {
  const desk = await caseDesk();
  const { services } = desk.county;
  const given = OpenCaseSchema.parse({ title: "窗口推诿", units: ["甲局"] });
  const held = await openCase(services, desk.liaison.actor, given);
  // Saturday the 21st: five working days are Monday to Friday.
  expect([held.due_at, held.overdue, held.working_days_left]).toEqual(["2026-11-27T16:00:00.000Z", false, 5]);
  const due = instantAt("2026-11-27T16:00:00Z");
  const overdue = CasesQuerySchema.parse({ overdue: "true" });
  for (const [moment, late] of [
    [due - MINUTE, false],
    [due, true],
  ] as const) {
    const then = { ...services, now: () => moment as typeof due };
    expect((await readCase(then, desk.liaison.actor, held.id)).overdue).toBe(late);
    expect((await listCases(then, desk.liaison.actor, overdue)).total).toBe(late ? 1 : 0);
  }
});

test("a case is handed over with a reason, to somebody in office, and both names stay in the timeline", async () => {
  const desk = await caseDesk();
  const held = await desk.liaison.client.openCase({ title: "窗口推诿", units: ["甲局"] });
  const to = { version: held.version, account: desk.inspector.account };
  await expect(desk.liaison.client.assignCase(held.id, to)).rejects.toMatchObject({ code: "case.reason_required" });
  const given = await desk.liaison.client.assignCase(held.id, { ...to, reason: REASON });
  expect(given.assignee).toEqual({ account: desk.inspector.account, name: desk.inspector.actor.name });
  expect(given.events[0]).toMatchObject({
    kind: "handed_over",
    reason: REASON,
    before: { assignee: desk.liaison.actor.name },
    after: { assignee: desk.inspector.actor.name },
  });
  expect((await desk.inspector.client.cases({ mine: true })).items.map(({ id }) => id)).toEqual([held.id]);
  const leader = { version: given.version, account: desk.leader.account, reason: REASON };
  await expect(desk.liaison.client.assignCase(held.id, leader)).rejects.toMatchObject({
    code: "case.assignee_unusable",
  });
});

test("who is mentioned finds the case by it", async () => {
  const desk = await caseDesk();
  const held = await desk.liaison.client.openCase({ title: "窗口推诿", units: ["甲局"] });
  const { items } = await desk.liaison.client.colleagues();
  expect(items.find(({ account }) => account === desk.leader.account)?.posts).toEqual(["leader"]);
  const comment = { text: "请领导关注，来电 13812345678", mentions: [desk.leader.account] };
  const { comments } = await desk.liaison.client.commentOnCase(held.id, comment);
  expect(comments[0]?.mentions).toEqual([{ account: desk.leader.account, name: desk.leader.actor.name }]);
  expect(comments[0]?.text).not.toContain("13812345678");
  expect((await desk.leader.client.cases({ mentioned: true })).total).toBe(1);
  expect((await desk.inspector.client.cases({ mentioned: true })).total).toBe(0);
  const stranger = desk.liaison.client.commentOnCase(held.id, { text: "请看", mentions: ["999999"] });
  await expect(stranger).rejects.toMatchObject({ code: "case.mention_unknown" });
});

test("cases are found by number, title, unit, order and stage, page after page", async () => {
  const desk = await caseDesk();
  const { client } = desk.liaison;
  for (const title of ["一", "二", "三"]) await client.openCase({ title: `案件${title}`, units: ["甲局一所"] });
  await client.openCase({ title: "工单案", orders: [ORDER] });
  expect((await client.cases({ q: "〔2026〕3号" })).items.map(({ title }) => title)).toEqual(["案件三"]);
  expect((await client.cases({ q: "案件" })).total).toBe(3);
  expect((await client.cases({ unit: "甲局" })).total).toBe(3);
  expect((await client.cases(ORDER)).items.map(({ title }) => title)).toEqual(["工单案"]);
  expect((await client.cases({ stage: ["check", "rectify"] })).total).toBe(0);
  const first = await client.cases({ limit: 3 });
  const second = await client.cases({ limit: 3, cursor: first.next_cursor ?? "" });
  expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(["工单案", "案件三", "案件二", "案件一"]);
  expect([first.total, second.next_cursor]).toEqual([4, null]);
});

const PDF = Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n");

test("a file is told by its content, kept with its hash, saved and never shown, and every download is on record", async () => {
  const desk = await caseDesk();
  const { id } = await desk.liaison.client.openCase({ title: "窗口推诿", units: ["甲局"] });
  const held = await desk.liaison.client.attachToCase(id, "../谈话笔录.exe", PDF);
  const sha256 = createHash("sha256").update(PDF).digest("hex");
  expect(held.attachments).toMatchObject([{ name: "谈话笔录.exe", type: "application/pdf", size: PDF.length, sha256 }]);
  const address = `/api/cases/${id}/attachments/${held.attachments[0]?.id}`;
  const response = await asking(desk.router, desk.leader.headers).request(address);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  const rows = await desk.county.owner.sql<{ name: string }[]>`
    select name from audit_entry where action = 'case.attachment_read'`;
  expect(rows.map(({ name }) => name)).toEqual([desk.leader.actor.name]);
  const stranger = await desk.as("inspector", { scope: { units: ["乙局"] } });
  expect((await asking(desk.router, stranger.headers).request(address)).status).toBe(404);
});

test("programs, pages, empty files and what is larger than 20 MB are refused", async () => {
  const desk = await caseDesk();
  const { client } = desk.liaison;
  const { id } = await client.openCase({ title: "窗口推诿", units: ["甲局"] });
  const tries: readonly (readonly [Buffer, string])[] = [
    [Buffer.from("MZ\x90\0\x03"), "attachment.type"],
    [Buffer.from("<html><script>alert(1)</script>"), "attachment.type"],
    [Buffer.from("PK\x03\x04 word/document.xml word/vbaProject.bin", "latin1"), "attachment.type"],
    [Buffer.alloc(0), "attachment.empty"],
    [Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]), "attachment.too_large"],
  ];
  for (const [bytes, code] of tries)
    await expect(client.attachToCase(id, "a.pdf", new Uint8Array(bytes))).rejects.toMatchObject({ code });
  expect((await client.case(id)).attachments).toEqual([]);
});
