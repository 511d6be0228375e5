import { describe, expect, it } from "vitest";
import { fileOf, readingOf } from "../src/features/profiles/lib/reading";

describe("a saved profile", () => {
  it("is told by its columns and words; the number of an order is named once", () => {
    const document = {
      shape: "event",
      rows: "newest-first",
      dates: "dmy",
      orders: { order_id: "编号", category: ["大类", "小类"] },
      events: { order_id: "编号", at: "何时" },
      kinds: { 往下派: "dispatched", 办好: ["completed", "closed"], 看: "ignore" },
    };
    expect(readingOf({ document })).toEqual({
      shape: "event",
      rows: "newest-first",
      dates: "dmy",
      columns: [
        { table: "events", column: "order_id", headers: ["编号"] },
        { table: "events", column: "at", headers: ["何时"] },
        { table: "orders", column: "category", headers: ["大类", "小类"] },
      ],
      words: [
        { word: "往下派", meanings: ["dispatched"] },
        { word: "办好", meanings: ["completed", "closed"] },
        { word: "看", meanings: ["ignore"] },
      ],
    });
  });

  it("of orders alone keeps their number; what it does not say is left to the files", () => {
    const { columns, ...rest } = readingOf({
      document: { orders: { order_id: "号" }, shape: "state", status: { 办: "working" } },
    });
    expect(columns).toEqual([{ table: "orders", column: "order_id", headers: ["号"] }]);
    expect(rest).toEqual({ shape: "state", rows: null, dates: null, words: [{ word: "办", meanings: ["working"] }] });
    expect(readingOf({ document: {} })).toMatchObject({ shape: "event", columns: [], words: [] });
  });

  it("is taken along as a file for the command line, under a name that any disk takes", () => {
    const file = fileOf({ source: "甲/乙 1", document: { source: "甲/乙 1", dates: "iso" } });
    expect(file.name).toBe("甲_乙_1.yaml");
    expect(JSON.parse(file.text)).toEqual({ source: "甲/乙 1", dates: "iso" });
  });
});
