import { expect, test } from "vitest";
import { caseDesk, MEASURE } from "./support/cases";
import { asking } from "./support/person";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** A case with a measure of 甲局 and one of 乙局, and the contact of 甲局. */
async function asked() {
  const desk = await caseDesk();
  let held = await desk.liaison.client.openCase({ title: "窗口推诿", units: ["甲局"] });
  for (const unit of ["甲局", "乙局"])
    held = await desk.liaison.client.addCaseMeasure(held.id, { version: held.version, ...MEASURE, unit });
  const measureOf = (unit: string) => held.measures.find((one) => one.unit.code === unit)?.id ?? "";
  const contact = await desk.as("unit_contact", { scope: { units: ["甲局"] } });
  return { desk, id: held.id, own: measureOf("甲局"), foreign: measureOf("乙局"), contact };
}

test("a unit's contact sends files as evidence of a measure; the case shows them there, not among its own", async () => {
  const { desk, id, own, contact } = await asked();
  const item = await contact.client.attachToMeasure(own, "公示栏.png", new Uint8Array(PNG));
  const file = { name: "公示栏.png", type: "image/png", size: PNG.length, author: contact.actor.name };
  expect(item.files).toMatchObject([file]);
  expect((await contact.client.measures()).items.map(({ files }) => files.length)).toEqual([1]);
  const held = await desk.leader.client.case(id);
  expect(held.attachments).toEqual([]);
  expect(held.measures.find((one) => one.id === own)?.files).toMatchObject([file]);
  expect(held.events[0]).toMatchObject({ kind: "attached", post: "unit_contact", after: { measure_id: own } });

  const address = `/api/measures/${own}/attachments/${item.files[0]?.id}`;
  for (const one of [contact, desk.liaison]) {
    const response = await asking(desk.router, one.headers).request(address);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; /);
  }
  const rows = await desk.county.owner.sql<{ name: string }[]>`
    select name from audit_entry where action = 'case.attachment_read' order by seq`;
  expect(rows.map(({ name }) => name)).toEqual([contact.actor.name, desk.liaison.actor.name]);
});

test("evidence of another unit and files of the case itself are out of a contact's sight", async () => {
  const { desk, id, own, foreign, contact } = await asked();
  await expect(contact.client.attachToMeasure(foreign, "a.txt", "甲")).rejects.toMatchObject({
    code: "measure.not_found",
  });
  const { attachments } = await desk.liaison.client.attachToCase(id, "谈话.txt", "甲");
  const other = await desk.as("unit_contact", { scope: { units: ["乙局"] } });
  const { files } = await other.client.attachToMeasure(foreign, "b.txt", "乙");
  const statusOf = async (address: string) => (await asking(desk.router, contact.headers).request(address)).status;
  expect(await statusOf(`/api/measures/${foreign}/attachments/${files[0]?.id}`)).toBe(404);
  expect(await statusOf(`/api/measures/${own}/attachments/${files[0]?.id}`)).toBe(404);
  expect(await statusOf(`/api/measures/${own}/attachments/${attachments[0]?.id}`)).toBe(404);
  expect(await statusOf(`/api/cases/${id}/attachments/${attachments[0]?.id}`)).toBe(403);
});

test("evidence is checked as any file of a case is, and taken until the measure is accepted", async () => {
  const { desk, id, own, contact } = await asked();
  const send = (body: string) => contact.client.attachToMeasure(own, "a.txt", body);
  await expect(send("")).rejects.toMatchObject({ code: "attachment.empty" });
  await expect(send("<html>")).rejects.toMatchObject({ code: "attachment.type" });
  await contact.client.reportMeasure(own, { version: 1, evidence: "已公示" });
  expect((await send("补充材料")).files).toHaveLength(1);
  const { version } = await desk.liaison.client.case(id);
  const check = { act: "check", verdict: "accepted", note: "属实", version } as const;
  await desk.liaison.client.changeCaseMeasure(id, own, check);
  await expect(send("再补充")).rejects.toMatchObject({ code: "measure.not_allowed" });
  await expect(desk.liaison.client.attachToMeasure(own, "a.txt", "甲")).rejects.toMatchObject({
    code: "permission.denied",
  });
});
