import { describe, expect, it } from "vitest";
import { createCompetence, createUnits, readDemandClass, readKind, readResult, type UnitRow } from "../src/index";

const unit = (code: string, name: string, kind = "bureau", aliases: string[] = []): UnitRow => ({
  code,
  name,
  parent: "",
  kind,
  aliases,
});

describe("units", () => {
  const units = createUnits(
    [unit("Z1", "县自然资源和规划局", "bureau", ["自规局", "国土局"]), unit("C9", "东区中心", "centre")],
    ["centre"],
  );
  it("are known by code, name and alias; one not listed stands for itself", () => {
    expect(["Z1", "县自然资源和规划局", "国土局", "某局"].map(units.resolve)).toEqual(["Z1", "Z1", "Z1", "某局"]);
    expect(units.listed("Z1")).toBe(true);
    expect(units.listed("某局")).toBe(false);
  });
  it("of kind centre are centres, after those of the parameters", () => {
    expect(units.centres).toEqual(["centre", "C9"]);
    expect(units.resolve("热线中心")).toBe("centre");
  });
  it("the first centre of the parameters is the chief, and what `centre` and 热线中心 mean", () => {
    const two = createUnits([unit("C1", "市热线", "centre"), unit("C2", "区热线", "centre")], ["区热线", "C1"]);
    expect(two.centres).toEqual(["C2", "C1"]);
    expect([two.resolve("centre"), two.resolve("热线中心")]).toEqual(["C2", "C2"]);
  });
  it("a listed 热线中心 is the chief", () => {
    const named = createUnits([unit("H1", "热线中心", "centre")], ["centre"]);
    expect(named.centres).toEqual(["H1"]);
    expect(named.resolve("centre")).toBe("H1");
  });
});

describe("competence", () => {
  const catalogue = createCompetence([
    { category: "城市管理", unit: "城管局" },
    { category: "城市管理>园林绿化", unit: "园林局" },
    { category: "城市管理>园林绿化", unit: "林业局" },
  ]);
  it("a path stands for all below it, the longest wins", () => {
    expect([...catalogue.unitsFor("城市管理>道路>路面破损")]).toEqual(["城管局"]);
    expect([...catalogue.unitsFor("城市管理 > 园林绿化 > 树木修剪")]).toEqual(["园林局", "林业局"]);
  });
  it("names nobody for what it does not hold, not even for a longer word", () => {
    expect(catalogue.unitsFor("城市管理局").size).toBe(0);
    expect(catalogue.unitsFor("").size).toBe(0);
  });
});

describe("words of exports", () => {
  it.each([
    ["派单", "dispatched"],
    ["转派", "dispatched"],
    ["转办", "transferred"],
    ["退单", "return_requested"],
    ["驳回", "return_rejected"],
    ["同意退单", "return_approved"],
    ["同意延期", "extension_approved"],
    ["延期同意", "extension_approved"],
    ["延期申请同意", "extension_approved"],
    ["延期申请驳回", "extension_rejected"],
    ["驳回延期申请", "extension_rejected"],
    ["同意退单申请", "return_approved"],
    ["驳回退单申请", "return_rejected"],
    ["办结", "completed"],
    ["结案/归档", "closed"],
    ["  return_requested ", "return_requested"],
    ["Return Requested", "return_requested"],
    ["不明所以", null],
    ["", null],
  ])("%s means %s", (word, kind) => expect(readKind(word)).toBe(kind));

  it.each([
    ["满意", "satisfied"],
    ["未联系上", "unreached"],
    ["5", "5"],
    ["3分", "3"],
    ["4.0", "4"],
    ["５", "5"],
    ["没解决", "unresolved"],
    ["6", null],
    ["尚好吧", null],
  ])("a result of %s is %s", (word, result) => expect(readResult(word)).toBe(result));

  it("classes of demand", () => {
    expect(["重复诉求", "unlawful", "合规", "？"].map(readDemandClass)).toEqual([
      "repeated",
      "unlawful",
      "normal",
      null,
    ]);
  });
});
