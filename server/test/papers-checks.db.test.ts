import type { PaperDetail, PaperDocument } from "@tianyan/api";
import { expect, test } from "vitest";
import { fileOf } from "./support/county";
import { type PaperDesk, paperDesk } from "./support/papers";
import { unzipped } from "./support/unzipped";

/** The draft with a paragraph more. */
async function withWords(desk: PaperDesk, words: string): Promise<PaperDetail> {
  const paper = await desk.draft(await desk.case());
  const text = paper.text ?? expect.fail("no text");
  const body: PaperDocument["body"] = [...text.body, { type: "paragraph", spans: [{ text: words }] }];
  return desk.liaison.client.rewritePaper(paper.id, { version: paper.version, text: { ...text, body } });
}

const codes = ({ problems }: PaperDetail): string[] => problems.map(({ code }) => code);

test.each([
  ["a citizen's identity", "来电人电话13812345678。", "paper.citizen_identity"],
  ["a figure that the data does not have", "甲局先后申请退单9次。", "paper.figure_unsupported"],
  ["a unit outside the case", "乙局也应当引以为戒。", "paper.unit_outside"],
])("%s stops the paper with its reason, and says so while it is written", async (_, words, code) => {
  const desk = await paperDesk();
  const paper = await withWords(desk, words);
  expect(codes(paper)).toContain(code);
  const submit = desk.step(paper, "submit");
  await expect(submit).rejects.toMatchObject({
    code: "paper.guarded",
    problems: expect.arrayContaining([expect.objectContaining({ path: code })]),
  });
  expect((await desk.liaison.client.paper(paper.id)).state).toBe("draft");
});

test("a citizen's identity in a draft is shown to nobody, not even to who wrote it", async () => {
  const desk = await paperDesk();
  const paper = await withWords(desk, "来电人电话13812345678。");
  expect(JSON.stringify(paper)).not.toContain("13812345678");
  const answer = await desk.router.request(desk.liaison.client.paperDocument(paper.id, { as: "text" }), {
    headers: desk.liaison.headers,
  });
  expect(await answer.text()).not.toContain("13812345678");
});

test("a missing approval stops the issue with its reason", async () => {
  const desk = await paperDesk();
  const { id, version, moves } = await desk.paperAt("approved");
  expect(moves.find(({ action }) => action === "issue")?.refusals).toEqual([]);
  await desk.county.owner.sql`update paper_approval set lapsed_at = at`;
  await expect(desk.liaison.client.actOnPaper(id, { action: "issue", version })).rejects.toMatchObject({
    code: "paper.guarded",
    problems: [expect.objectContaining({ path: "signed_off" })],
  });
});

test("what happens to an order after the facts were taken stops the issue until they are taken anew; the next number is not lost", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("approved");
  await desk.county.owner.sql`update paper set facts_at = '2026-11-10 00:00:00+08' where id = ${paper.id}::bigint`;
  await desk.county.load([await fileOf("events.csv", ["order_id,at,kind", "J1,2026-11-12 09:30:00,urged"])]);
  const refused = desk.liaison.client.actOnPaper(paper.id, { action: "issue", version: paper.version });
  await expect(refused).rejects.toMatchObject({
    code: "paper.guarded",
    problems: expect.arrayContaining([expect.objectContaining({ path: "paper.order_moved_on" })]),
  });
  const draft = await desk.step(paper, "recall");
  const given = { version: draft.version, units: ["甲局"], reply_working_days: 5 };
  let fresh = await desk.liaison.client.readdressPaper(paper.id, given);
  expect(codes(fresh)).not.toContain("paper.order_moved_on");
  for (const action of ["submit", "approve", "issue"] as const) fresh = await desk.step(fresh, action);
  expect(fresh.number).toBe("纪督〔2026〕1号");
});

test("the document is the paper: the same bytes each time, in Word with its revisions where asked", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("issued");
  const bytes = async (asked: Parameters<typeof desk.liaison.client.paperDocument>[1], who = desk.liaison) => {
    const path = desk.liaison.client.paperDocument(paper.id, asked);
    const answer = await desk.router.request(path, { headers: who.headers });
    expect([answer.status, answer.headers.get("content-disposition")]).toEqual([
      200,
      expect.stringMatching(/^attachment;/),
    ]);
    return Buffer.from(await answer.arrayBuffer());
  };
  const word = await bytes({ as: "docx" });
  expect(word.equals(await bytes({ as: "docx" }, desk.contact))).toBe(true);
  expect((await bytes({ as: "text" })).toString()).toContain("纪督〔2026〕1号");
  expect((await bytes({ as: "html" })).toString()).toContain("<!doctype html>");
  expect(unzipped(word)).toContain("纪督〔2026〕1号");
});
