import { type IngestedRow, IngestedRowSchema } from "@tianyan/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoFiles, demoFiles, tableOf } from "./support/demo";
import { type DeskOfTest, deskOfTest } from "./support/desk";

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(60);
});
afterAll(() => demo.remove());

const post = (desk: DeskOfTest, key: string, body: string, query = ""): Promise<Response> =>
  Promise.resolve(
    desk.machine.request(`/api/ingest${query}`, {
      method: "POST",
      headers: { "idempotency-key": key, "content-type": "application/x-ndjson" },
      body,
    }),
  );

const rowsOf = (text: string): IngestedRow[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => IngestedRowSchema.parse(JSON.parse(line)));

const ndjson = (rows: readonly object[]): string => `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;

const accepted = { order_id: "A", event_id: "1", at: "2026-03-02T09:00:00+08:00", kind: "accepted", unit: "centre" };
const sent = { ...accepted, event_id: "2", at: "2026-03-02T09:10:00+08:00", kind: "派单", to_unit: "住建局" };

test("each row is answered: accepted, known, or rejected with what to do", async () => {
  const desk = await deskOfTest();
  const body = `${ndjson([{ order_id: "A", title: "漏水" }, accepted])}\nnot json\n${ndjson([
    { ...sent, at: "昨天" },
    { ...sent, order_id: "" },
    sent,
  ])}`;
  const response = await post(desk, "k-1", body);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/x-ndjson/);
  const rows = rowsOf(await response.text());
  expect(rows.map(({ row, status, code }) => [row, status, code])).toEqual([
    [1, "accepted", undefined],
    [2, "accepted", undefined],
    [3, "rejected", "not_json"],
    [4, "rejected", "unreadable_instant"],
    [5, "rejected", "missing"],
    [6, "accepted", undefined],
  ]);
  expect(rows[3]).toMatchObject({ column: "at", value: "昨天", zh: expect.any(String), en: expect.any(String) });

  const second = rowsOf(
    await (await post(desk, "k-2", ndjson([sent, { ...sent, event_id: "3", kind: "signed" }]))).text(),
  );
  expect(second.map(({ status }) => status)).toEqual(["known", "accepted"]);
  const third = rowsOf(
    await (await post(desk, "k-3", ndjson([sent, { ...sent, event_id: "3", kind: "signed" }]))).text(),
  );
  expect(third.map(({ status }) => status)).toEqual(["known", "known"]);
  expect((await desk.client.imports({ via: "machine" })).items).toHaveLength(2);
  await desk.county.check();
});

test("the same key gives the same answer and does nothing twice, at the same time too; for another body it is refused", async () => {
  const desk = await deskOfTest();
  const body = ndjson([accepted, sent, { ...sent, kind: "挥手" }]);
  const answers = await Promise.all(Array.from({ length: 4 }, async () => (await post(desk, "same", body)).text()));
  expect(new Set(answers).size).toBe(1);
  expect(rowsOf(answers[0] ?? "").map(({ status }) => status)).toEqual(["accepted", "accepted", "rejected"]);
  expect(await (await post(desk, "same", body)).text()).toBe(answers[0]);
  const [count] = await desk.county.owner.sql`select count(*)::int as events from order_event`;
  expect(count).toEqual({ events: 2 });
  const other = await post(desk, "same", ndjson([accepted]));
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ error: { code: "ingest.key_reused" } });
  const keyless = await desk.machine.request("/api/ingest", { method: "POST", body });
  expect(keyless.status).toBe(400);
});

test("where too many wait, the next is told to come again; where a body is too large, it is refused", async () => {
  const desk = await deskOfTest({ ingestQueue: 2, ingestLimit: 2_000 });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => post(desk, `q-${index}`, ndjson([{ ...accepted, order_id: `Q${index}` }]))),
  );
  const busy = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
  expect(busy.length).toBeGreaterThan(0);
  expect(Number(busy[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  for (const [index, { status }] of answers.entries())
    if (status === 429) {
      const again = await post(desk, `q-${index}`, ndjson([{ ...accepted, order_id: `Q${index}` }]));
      expect(rowsOf(await again.text())).toEqual([{ row: 1, status: "accepted" }]);
    }
  expect((await post(desk, "big", "x".repeat(2_001))).status).toBe(413);
});

test("a county sent in pieces has the findings of the same county loaded from files", async () => {
  const files = await deskOfTest();
  await files.load(demo.all);
  const pieces = await deskOfTest();
  await pieces.load([demo.units, demo.competence, demo.orders]);
  const { header, rows } = await tableOf(demo.events);
  const columns = header.split(",");
  const events = rows.map((row) => Object.fromEntries(row.split(",").map((value, at) => [columns[at] ?? "", value])));
  for (let start = 0; start < events.length; start += 100) {
    const response = await post(pieces, `p-${start}`, ndjson(events.slice(start, start + 100)));
    expect(rowsOf(await response.text()).every(({ status }) => status === "accepted")).toBe(true);
  }
  expect(await pieces.county.findings()).toEqual(await files.county.findings());
  await pieces.county.check();
});
