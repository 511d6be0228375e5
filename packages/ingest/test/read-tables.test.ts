import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CANONICAL_PROFILE, openTables, readTables, type TableBatch } from "../src/index";
import { NOW, profileOf, testFolder } from "./files";

const { write } = testFolder();
const EVENTS = write("e.csv", "order_id,at,kind,unit\nA1,2024-03-05,受理,热线中心\nA1,昨天,签收,甲局\n");
const ORDERS = write("o.csv", "order_id,title,category\nA1,路灯不亮,城管\n");
const UNITS = write("u.csv", "单位编码,单位名称\nU1,甲局\n");
const COMPETENCE = write("c.csv", "事项分类,责任单位\n城管,甲局\n");

describe("files are recognised by their headers", () => {
  it("given in any order, they are read as units, competence, orders, events", async () => {
    const tables = await openTables([EVENTS, COMPETENCE, ORDERS, UNITS], CANONICAL_PROFILE);
    expect(tables.map(({ file }) => [file.table, file.path])).toEqual([
      ["units", UNITS],
      ["competence", COMPETENCE],
      ["orders", ORDERS],
      ["events", EVENTS],
    ]);
    expect(tables[0]?.file.sha256).toBe(createHash("sha256").update(readFileSync(UNITS)).digest("hex"));
  });

  it("rows and rejects come in batches; words become codes where the caller knows them", async () => {
    const batches: TableBatch[] = [];
    const options = { profile: CANONICAL_PROFILE, zone: "Asia/Shanghai", now: NOW };
    const resolveUnit = (word: string): string => (word === "甲局" ? "U1" : word);
    for await (const batch of readTables({ ...options, files: [COMPETENCE, EVENTS], resolveUnit })) batches.push(batch);
    expect(batches.map(({ table, rows, rejects }) => [table, rows.length, rejects.length])).toEqual([
      ["competence", 1, 0],
      ["events", 1, 1],
    ]);
    expect(batches[0]?.rows[0]).toEqual({ category: "城管", unit: "U1" });
  });

  it("an events file that lacks a required column is not taken for orders, and refuses all before anything is read", async () => {
    const broken = write("broken.csv", "order_id,at,unit\nA1,2024-03-05,甲局\n");
    await expect(openTables([ORDERS, broken], CANONICAL_PROFILE)).rejects.toMatchObject({
      code: "file.missing_column",
    });
    const other = write("other.csv", "颜色,大小\n红,大\n");
    await expect(openTables([other], CANONICAL_PROFILE)).rejects.toMatchObject({ code: "file.unknown_table" });
  });

  it("a file that holds orders and states at once is an events file with the orders' attributes beside", async () => {
    const text = "case,product,when,state\nA1,P1,2024-03-05,open\n";
    const profile = profileOf({
      shape: "state",
      orders: { order_id: "case", title: "product" },
      events: { order_id: "case", at: "when", status: "state" },
      status: { open: "queued" },
    });
    const [table] = await openTables([write("both.csv", text)], profile);
    expect(table?.file.table).toBe("events");
    for await (const batch of table?.read({ zone: "UTC", now: NOW }) ?? []) {
      expect(batch.table === "events" && batch.orders?.[0]).toMatchObject({ orderId: "A1", title: "P1", source: "s" });
      expect(batch.table === "events" && [batch.columns, batch.rows[0]?.values]).toEqual([
        ["order_id", "at", "status"],
        ["A1", "2024-03-05", "open"],
      ]);
    }
  });

  it("a demand class that is not known is told, wherever it stands: taken for normal it would accuse", async () => {
    const profile = profileOf({
      orders: { order_id: "id", demand_class: "class" },
      events: { order_id: "id", at: "when", kind: "what" },
    });
    const path = write("class.csv", "id,when,what,class\nA1,2024-03-05,受理,莫名\nA2,2024-03-05,受理,重复\n");
    const [table] = await openTables([path], profile);
    for await (const batch of table?.read({ zone: "UTC", now: NOW }) ?? []) {
      expect(batch.rejects).toMatchObject([{ row: 1, column: "class", value: "莫名", reason: "unknown_class" }]);
      expect(batch.table === "events" && batch.orders).toMatchObject([{ orderId: "A2", demandClass: "repeated" }]);
    }
  });
});
