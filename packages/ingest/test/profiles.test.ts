import { describe, expect, it } from "vitest";
import { loadProfile, parseProfile, Refusal } from "../src/index";
import { profileOf, readAll, refusalOf, testFolder } from "./files";

const { write } = testFolder();

const problem = (doc: unknown): string => {
  try {
    parseProfile(doc, "p.yaml");
  } catch (error) {
    if (error instanceof Refusal) return error.words.en;
    throw error;
  }
  return "";
};

describe("a profile with a mistake is refused with the place", () => {
  it.each([
    [{ name: "x" }, /^p\.yaml: source: /],
    [{ source: "s", shape: "row" }, /^p\.yaml: shape: /],
    [{ source: "s", shap: "event" }, /shap/],
    [{ source: "s", events: { order_id: "a", at: "b", kind: "c", unti: "d" } }, /^p\.yaml: events: .*unti/],
    [{ source: "s", events: { order_id: "a", at: "b" } }, /^p\.yaml: events\.kind: this column must be mapped/],
    [{ source: "s", kinds: { 处理: "handled" } }, /^p\.yaml: kinds\.处理: there is no kind "handled"/],
    [{ source: "s", kinds: { 处理: ["progressed", "handled"] } }, /^p\.yaml: kinds\.处理\.1: /],
    [{ source: "s", shape: "state", status: { 待办: "open" } }, /^p\.yaml: status\.待办: /],
    [{ source: "s", shape: "step" }, /^p\.yaml: outcomes: /],
    [{ source: "s", dates: "YYYY-foo" }, /^p\.yaml: dates: /],
    [{ source: "s", rows: "random" }, /^p\.yaml: rows: /],
    [["a list"], /^p\.yaml: /],
  ])("%j", (doc, expected) => {
    expect(problem(doc)).toMatch(expected);
  });

  it("YAML that cannot be parsed, with its line; a file that is not there", async () => {
    await expect(loadProfile(write("bad.yaml", "source: s\nevents: {order_id: [a\n"))).rejects.toMatchObject({
      code: "file.not_yaml",
    });
    await expect(loadProfile("/no/such.yaml")).rejects.toMatchObject({ code: "file.not_found" });
  });

  it("says so in Chinese too", () => {
    expect(() => profileOf({ rows: "random" })).toThrow(Refusal);
    try {
      profileOf({ rows: "random" });
    } catch (error) {
      expect(error instanceof Refusal && error.words.zh).toMatch(/配置项 rows 有误：.*[\u4e00-\u9fff]/);
    }
  });
});

describe("columns", () => {
  it("English and Chinese headers are built in, whatever their case and blanks", async () => {
    const header = "Order ID,流转编号,操作 时间,操作类型,承办单位,接收单位,退单理由,办理意见,经办人,回访结果,办理期限";
    const { rows, rejects } = await readAll(
      write("zh.csv", `${header}\nA1,E1,2024-03-05,退单申请,甲局,热线中心,not_in_charge,不属于,张,满意,2024-03-09\n`),
    );
    expect(rejects).toEqual([]);
    expect(rows[0]).toMatchObject({
      orderId: "A1",
      ref: "E1",
      kinds: ["return_requested"],
      unit: "甲局",
      toUnit: "热线中心",
      reasonCode: "not_in_charge",
      text: "不属于",
      operator: "张",
      result: "满意",
    });
    expect(rows[0]?.dueAt).not.toBeNull();
  });

  it("a list of columns is joined by /, a category's by >", async () => {
    const text = "case,when,a,b,c1,c2\nA1,2024-03-05,Accepted,Wait,城管,绿化\nA1,2024-03-06,Queued,,城管,\n";
    const profile = profileOf({
      shape: "state",
      orders: { order_id: "case", category: ["c1", "c2"] },
      events: { order_id: "case", at: "when", status: ["a", "b"] },
      status: { "Accepted/Wait": "waiting", Queued: "queued" },
    });
    const { rows, rejects, batches } = await readAll(write("list.csv", text), profile);
    expect(rejects).toEqual([]);
    expect(rows.map((row) => row.shape === "state" && row.state)).toEqual(["waiting", "queued"]);
    expect(
      batches
        .flatMap((batch) => (batch.table === "events" ? (batch.orders ?? []) : []))
        .map(({ category }) => category),
    ).toEqual(["城管>绿化", "城管"]);
  });

  it("orders: words of type, urgency and class, the profile's source where the row names none", async () => {
    const text = "工单编号,来源,类别,工单类型,紧急程度,诉求认定\nA1,110,城管>绿化,投诉,紧急,正常\nA2,,,,,\n";
    const { batches } = await readAll(write("orders.csv", text), undefined, "orders");
    const orders = batches.flatMap((batch) => (batch.table === "orders" ? batch.rows : []));
    expect(orders[0]).toMatchObject({
      source: "110",
      category: "城管>绿化",
      orderType: "complaint",
      urgency: "urgent",
      demandClass: "normal",
    });
    expect(orders[1]).toMatchObject({ source: "12345", orderType: "", urgency: "", demandClass: "normal" });
  });

  it("units: aliases apart", async () => {
    const { batches } = await readAll(
      write("units.csv", "单位编码,单位名称,类型,别名\nU1,甲局,centre,甲| 老甲\n"),
      undefined,
      "units",
    );
    expect(batches.flatMap((batch) => (batch.table === "units" ? batch.rows : []))).toEqual([
      { code: "U1", name: "甲局", parent: "", kind: "centre", aliases: ["甲", "老甲"] },
    ]);
  });

  it("a column that the profile maps and the file lacks: refused where it is required", async () => {
    const profile = profileOf({ events: { order_id: "id", at: "when", kind: "what" } });
    const refusal = await refusalOf(write("lacks.csv", "id,when\nA1,2024-03-05\n"), profile);
    expect(refusal?.words.en).toContain("what");
  });
});
