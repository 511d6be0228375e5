import type { RecognisedTableItem } from "@tianyan/api";
import { describe, expect, it } from "vitest";
import { assign, columnOf, mapsOf, mean, meaningOf, meaningsOf, missingIn } from "../src/features/import/lib/mapping";

const column = (name: string, ...headers: string[]) => ({ column: name, headers, others: [] });
const events: Pick<RecognisedTableItem, "kind" | "shape" | "columns"> = {
  kind: "events",
  shape: "event",
  columns: [column("order_id", "工单编号"), column("at", "操作时间"), column("kind", "环节"), column("title", "标题")],
};

describe("which header is which column", () => {
  it("a header has one meaning, and a column one header", () => {
    const map = { order_id: "单号", at: "时间" };
    expect(assign(map, "时间", "due_at")).toEqual({ order_id: "单号", due_at: "时间" });
    expect(assign(map, "发生时间", "at")).toEqual({ order_id: "单号", at: "发生时间" });
    expect(assign(map, "时间", "")).toEqual({ order_id: "单号" });
    expect(assign(map, "时间", "at")).toBe(map);
  });

  it("several headers that are joined stay joined when one of them goes", () => {
    const map = { status: ["状态", "子状态", "备注"] };
    expect(columnOf(map, "子状态")).toBe("status");
    expect(assign(map, "备注", "")).toEqual({ status: ["状态", "子状态"] });
    expect(assign(assign(map, "备注", ""), "子状态", "text")).toEqual({ status: "状态", text: "子状态" });
  });

  it("a table of events may carry columns of orders, each in its own map", () => {
    const maps = mapsOf(events);
    expect(maps).toEqual({
      events: { order_id: "工单编号", at: "操作时间", kind: "环节" },
      orders: { title: "标题" },
    });
    expect(meaningOf(maps, "events", "标题")).toBe("orders.title");
    expect(meaningOf(maps, "events", "环节")).toBe("events.kind");
    expect(meaningOf(maps, "events", "别的")).toBe("");
    expect(meaningsOf(events)).toContain("orders.category");
    expect(meaningsOf(events)).not.toContain("orders.order_id");
  });

  it("columns of orders within events bring the order's number along", () => {
    const next = mean({ events: mapsOf(events).events, orders: {} }, "events", "乡镇", "orders.district");
    expect(next.orders).toEqual({ district: "乡镇", order_id: "工单编号" });
  });

  it("says which required columns nothing stands for", () => {
    const maps = mapsOf(events);
    expect(missingIn(maps, events)).toEqual([]);
    expect(missingIn(mean(maps, "events", "环节", ""), events)).toEqual(["kind"]);
    expect(missingIn({ events: {}, orders: {} }, { kind: "orders", shape: null })).toEqual(["order_id"]);
  });
});
