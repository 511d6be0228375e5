import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { POSTS } from "@tianyan/api";
import { expect, test } from "vitest";
import { z } from "zod";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { createApp } from "../src/app";
import { createEdge } from "../src/http/edge";
import { createLog } from "../src/logs/log";
import { createMetrics } from "../src/metrics/metrics";
import { exportFindings } from "../src/services/findings/export";
import { callerNow } from "../src/services/personal/shown";
import { type Canary, canaries, createWatch } from "./support/canaries";
import { fileOf } from "./support/county";
import { deskOfTest } from "./support/desk";
import { type Asking, asking, machineIn, personIn } from "./support/person";
import { unzipped } from "./support/unzipped";

const COUNT = trustCount(60, 1_000);
const CALLERS = canaries(COUNT, 1);
const NAMED = canaries(COUNT, 2);
const watch = createWatch([...CALLERS, ...NAMED]);

const csv = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
const split = ({ phone }: Canary): string => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
const named = (n: number): Canary => NAMED[n] ?? (NAMED[0] as Canary);

/** One order for each: the caller in columns, somebody else within the texts; every fifth row is rejected by one of its tables. */
function tables() {
  const orders = [
    csv("工单编号,标题,内容,区县,事发地址,来电人,联系电话,身份证号,联系地址,市民标识,诉求合规性".split(",")),
  ];
  const events = [csv("工单编号,操作时间,操作,操作单位,去向单位,退单理由,说明,操作人".split(","))];
  for (const [n, caller] of CALLERS.entries()) {
    const other = named(n);
    const id = `K${String(n).padStart(5, "0")}`;
    const title = n % 3 === 0 ? `${other.phone}反映路灯不亮` : "路灯不亮";
    const text = `来电人电话${split(other)}，身份证${other.idNumber}，手机+86${other.phone}`;
    const key = n % 4 === 0 ? caller.phone : "";
    const wrong = n % 5 === 0 ? other.phone : "";
    orders.push(
      csv([
        id,
        title,
        text,
        "赤城街道",
        `巷口（${other.phone}）`,
        caller.name,
        caller.phone,
        caller.idNumber,
        caller.address,
        key,
        wrong,
      ]),
    );
    const row = (at: string, kind: string, to: string, reason = "", said = text): string =>
      csv([id, at, kind, kind === "派单" ? "" : "城管局", to, reason, said, `话务员${other.phone}`]);
    events.push(row("2026-11-02 09:00:00", "受理", ""), row("2026-11-02 10:00:00", "派单", "城管局"));
    events.push(row("2026-11-02 11:00:00", "退单申请", "", `不属本单位，${other.phone}`));
    events.push(
      row("2026-11-02 12:00:00", "驳回退单", ""),
      row("2026-11-03 12:00:00", "退单申请", "", `请${other.phone}联系`),
    );
    events.push(
      n % 5 === 1 ? row(other.phone, "办结", "") : row("2026-11-05 09:00:00", n % 5 === 2 ? text : "办结", ""),
    );
  }
  return { orders, events };
}

const PathsSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const PageSchema = z.object({
  next_cursor: z.string().nullish(),
  items: z.array(z.object({ id: z.string() }).partial()).optional(),
});

test("canaries in columns of callers and within texts turn up in no answer, export, log, metric, trail or address", async () => {
  const { county, desk, upload, ended, client } = await deskOfTest();
  const { services, owner } = county;
  const written: string[] = [];
  const logs = createLog("trace", { write: (line: string) => void written.push(line) });
  const metrics = createMetrics({ waiting: () => ({}), process: true });
  const edge = createEdge({ log: logs, metrics, metricsToken: "m".repeat(20) });
  const log = (request: string, failure: string): void => logs.error({ request, failure }, "failed");
  const router = createApp({ services, web: "/nonexistent", log, desk, edge });
  const leaks: string[] = [];
  let [answers, good] = [0, 0];
  const look = (place: string, text: string): void => {
    for (const found of watch(text)) leaks.push(`${place}: ${found}`);
  };
  const ask = async (who: Asking, address: string, init: RequestInit = {}): Promise<string> => {
    const response = await who.request(address, init);
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.subarray(0, 2).toString() === "PK" ? unzipped(bytes) : bytes.toString("utf8");
    look(`${init.method ?? "GET"} ${address} (${response.status})`, text);
    for (const [name, value] of response.headers) look(`header ${name} of ${address}`, value);
    answers++;
    if (response.ok) good++;
    return text;
  };
  const json = (body: unknown, method = "POST"): RequestInit => ({
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

  // The import, by a person's upload; what lies on the disk meanwhile; the preview.
  const { orders, events } = tables();
  const uploads = [await upload(await fileOf("orders.csv", orders)), await upload(await fileOf("events.csv", events))];
  const lying = async (): Promise<void> => {
    for (const entry of await readdir(desk.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      look(`file ${entry.name}`, entry.name.endsWith(".xlsx") ? unzipped(bytes) : bytes.toString("utf8"));
    }
  };
  await lying();
  const steward = asking(router, (await personIn(services, "data_steward")).headers);
  const ids = uploads.map(({ id }) => id);
  await ask(steward, "/api/imports/recognise", json({ uploads: ids }));
  const started = await client.startImport({ uploads: ids });
  const done = await ended(started.id);
  expect(done).toMatchObject({ state: "done", summary: { orders: COUNT } });
  expect(done.summary?.rejected).toBeGreaterThanOrEqual(Math.floor((COUNT * 3) / 5));
  await lying();

  // Rows by a machine, good and bad; files that are refused.
  const machine = asking(router, await machineIn(services));
  const lines = [
    { order_id: "M1", phone: CALLERS[0]?.phone, content: named(0).phone },
    { order_id: "M1", at: named(1).phone, kind: "受理" },
    { order_id: "M1", at: "2026-11-02", kind: `${named(2).phone}来电` },
  ].map((line) => JSON.stringify(line));
  await ask(machine, "/api/ingest", {
    method: "POST",
    body: [...lines, `{"order_id": "M1", ${named(3).phone}`].join("\n"),
    headers: { "content-type": "application/x-ndjson", "idempotency-key": "canary-0001" },
  });
  const headless = await upload(await fileOf("headless.csv", orders.slice(1, 9)));
  // Without a header nobody can tell an address from any other cell of the preview; numbers can be told.
  const preview = await (await steward.request("/api/imports/recognise", json({ uploads: [headless.id] }))).text();
  expect(watch(preview).filter((found) => /^\d+$/.test(found))).toEqual([]);
  const refused = await ended((await client.startImport({ uploads: [headless.id] })).id);
  look("refused import", JSON.stringify(refused));

  // Everything that can be read, in every post, every page of it.
  const document = PathsSchema.parse(JSON.parse(await ask(steward, "/api/openapi.json")));
  const reads = Object.entries(document.paths).flatMap(([path, methods]) => ("get" in methods ? [path] : []));
  const queries: Readonly<Record<string, readonly string[]>> = {
    "/api/findings": ["view=all&limit=100", "view=all&limit=100&at=2026-11-04T00:00:00Z", "limit=100"],
    "/api/orders": ["limit=100", `limit=20&q=${"路灯"}`, "limit=20&did=return_rejected"],
    "/api/imports/{id}/rejects": ["limit=100"],
    "/api/imports/{id}/rejects.xlsx": ["language=zh", "language=en"],
  };
  for (const post of POSTS) {
    const scope = post === "unit_contact" ? { units: ["城管局"] } : {};
    const who = asking(router, (await personIn(services, post, { scope })).headers);
    for (const path of reads) {
      const detail = path === "/api/orders/{source}/{order_id}";
      const own = detail
        ? CALLERS.map((_, n) => `/api/orders/12345/K${String(n).padStart(5, "0")}`).slice(
            0,
            post === "inspector" ? COUNT : 20,
          )
        : [
            path
              .replace("{id}", started.id)
              .replace("{source}", "12345")
              .replace(/\{\w+\}/g, "none"),
          ];
      for (const address of own)
        for (const query of queries[path] ?? [""]) {
          for (let cursor: string | null = ""; cursor !== null; ) {
            const page = await ask(
              who,
              `${address}?${query}${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
            );
            const parsed = page.startsWith("{") ? PageSchema.safeParse(JSON.parse(page)) : null;
            cursor = (parsed?.success && parsed.data.next_cursor) || null;
          }
        }
    }
  }
  for await (const record of exportFindings(services, (await personIn(services, "inspector")).actor, {}))
    look("export of findings", JSON.stringify(record));

  expect(good).toBeGreaterThan(COUNT + reads.length);

  // Who may see it sees it, and nothing of that is kept; questions that are wrong are not repeated.
  const inspector = asking(router, (await personIn(services, "inspector")).headers);
  const first = CALLERS[1] as Canary;
  const unmasked = await inspector.request(
    "/api/orders/12345/K00001/unmask",
    json({ fields: ["phone", "id_number"], reason: "回访核实" }),
  );
  expect(await unmasked.json()).toEqual({ phone: first.phone, id_number: first.idNumber });
  const found = await ask(inspector, "/api/orders/search-by-caller", json({ phone: first.phone }));
  expect(JSON.parse(found).items).toHaveLength(1);
  await ask(
    inspector,
    "/api/orders/search-by-caller",
    json({ phone: `${first.phone}${first.phone}${first.phone}${first.phone}` }),
  );
  await ask(inspector, "/api/orders/search-by-caller", json({ telephone: first.phone }));
  await ask(inspector, "/api/orders/12345/K00001/unmask", json({ fields: [first.phone], reason: "回访核实" }));
  await ask(inspector, `/api/orders?state=${first.phone}&limit=${first.idNumber}`);
  await ask(inspector, `/api/orders/12345/${first.phone}`);
  await ask(inspector, `/api/findings?cursor=${first.phone}`);
  await ask(inspector, `/api/nothing/${first.idNumber}`);

  // What was written down about all this.
  look("log", written.join(""));
  look("metrics", await metrics.text());
  expect(written.length).toBeGreaterThan(100);
  const kept = await dump(owner.sql);
  for (const [place, text] of kept) if (!BUSINESS_TEXT.has(place)) look(`column ${place}`, text);
  // Within the texts only those that were written there: never a caller.
  const callersAlone = createWatch(CALLERS);
  for (const [place, text] of kept) for (const leak of callersAlone(text)) leaks.push(`column ${place}: ${leak}`);
  expect(leaks.slice(0, 10)).toEqual([]);

  // Nothing was lost on the way.
  const key = { source: "12345", orderId: "K00001" };
  expect(await callerNow(owner.sql, services.keys, key)).toEqual(first);
  trustFigure(
    9,
    `${COUNT * 2} phones, identity numbers and addresses: found in ${answers} answers, logs, metrics, the trail and files`,
    leaks.length,
  );
  trustFigure(9, "callers found in any column of the database, read as its owner", 0);
}, 600_000);

/** Texts are kept as the hotline wrote them; they are masked wherever they are shown. */
const BUSINESS_TEXT = new Set([
  ...["title", "content", "location"].map((name) => `orders.${name}`),
  ...["text", "reason_code", "operator", "result"].map((name) => `order_event.${name}`),
  "finding.measure",
  "finding_face.words",
  "order_face.words",
  "order_before.attributes",
  "source_row.cells",
]);

/** Everything that is stored, column by column, as the owner of it all reads it. */
async function dump(
  sql: Awaited<ReturnType<typeof deskOfTest>>["county"]["owner"]["sql"],
): Promise<Map<string, string>> {
  const columns = await sql<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`;
  const texts = new Map<string, string>();
  for (const { table, column } of columns) {
    const [row] = await sql<
      { text: string | null }[]
    >`select string_agg(${sql(column)}::text, e'\n') as text from ${sql(table)}`;
    texts.set(`${table}.${column}`, row?.text ?? "");
  }
  expect(texts.get("callers.sealed")?.length).toBeGreaterThan(0);
  return texts;
}
