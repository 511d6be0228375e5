import { expect, test } from "vitest";
import { paperDesk } from "./support/papers";

const NOT_FOUND = { code: "paper.not_found" };

test("nothing leaves before sign-off: a unit sees no paper until it is issued, and then its own receipt and what went out", async () => {
  const desk = await paperDesk();
  for (const state of ["draft", "submitted", "approved"] as const) {
    const { id } = await desk.paperAt(state);
    await expect(desk.contact.client.paper(id)).rejects.toMatchObject(NOT_FOUND);
  }
  expect((await desk.contact.client.papers()).items).toEqual([]);
  const file = await desk.case();
  const withBoth = await desk.liaison.client.addCaseUnits(file.id, { version: file.version, units: ["乙局"] });
  let paper = await desk.draft(withBoth, { units: ["甲局", "乙局"] });
  for (const action of ["submit", "approve", "issue"] as const) paper = await desk.step(paper, action);
  const seen = await desk.contact.client.paper(paper.id);
  expect(seen.receipts.map(({ unit }) => unit.code)).toEqual(["甲局"]);
  expect(seen.text).toEqual(paper.text);
  expect({ events: seen.events, approved: seen.approved, texts: seen.texts, moves: seen.moves }).toEqual({
    events: [],
    approved: [],
    texts: [],
    moves: [],
  });
  expect([seen.case.number, seen.case.title, seen.drafted_by]).toEqual([paper.case.number, null, null]);
  expect((await desk.contact.client.papers()).total).toBe(1);
});

test("what is withdrawn or corrected is still seen by the unit, as what it is", async () => {
  const desk = await paperDesk();
  for (const state of ["withdrawn", "corrected"] as const) {
    const { id } = await desk.paperAt(state);
    expect((await desk.contact.client.paper(id)).state).toBe(state);
  }
});

test("the unit of another receipt, a unit above, a narrowed reader and whoever is recused see what is theirs alone", async () => {
  const desk = await paperDesk();
  const paper = await desk.paperAt("issued");
  const receipt = paper.receipts[0]?.id ?? "";
  const stranger = await desk.as("unit_contact", { scope: { units: ["乙局"] } });
  await expect(stranger.client.paper(paper.id)).rejects.toMatchObject(NOT_FOUND);
  const acknowledge = stranger.client.actOnReceipt(paper.id, receipt, { action: "acknowledge" });
  await expect(acknowledge).rejects.toMatchObject({ code: "paper.receipt_not_found" });
  const below = await desk.as("unit_contact", { scope: { units: ["甲局一所"] } });
  await expect(below.client.paper(paper.id)).rejects.toMatchObject(NOT_FOUND);
  const near = await desk.as("liaison", { scope: { units: ["甲局"] } });
  expect((await near.client.paper(paper.id)).id).toBe(paper.id);
  const far = await desk.as("liaison", { scope: { units: ["乙局"] } });
  await expect(far.client.paper(paper.id)).rejects.toMatchObject(NOT_FOUND);
  expect((await far.client.papers()).total).toBe(0);
  const recused = await desk.as("leader", { unit: "甲局一所" });
  expect((await recused.client.papers()).total).toBe(1);
  const own = await desk.as("leader", { unit: "甲局" });
  await expect(own.client.paper(paper.id)).rejects.toMatchObject(NOT_FOUND);
  expect((await own.client.papers()).total).toBe(0);
});

test("posts without business see no paper", async () => {
  const desk = await paperDesk();
  const { id } = await desk.paperAt("issued");
  for (const post of ["rule_keeper", "data_steward", "system_admin", "security_admin", "auditor"] as const) {
    const { client } = await desk.as(post);
    await expect(client.papers()).rejects.toMatchObject({ code: "permission.denied" });
    await expect(client.paper(id)).rejects.toMatchObject({ code: "permission.denied" });
  }
});
