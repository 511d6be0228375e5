import type { RegisteredUnit } from "@tianyan/api";
import { instant } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { type Category, categoryLines } from "../src/features/registry/lib/category-tree";
import { readText } from "../src/features/registry/lib/read-text";
import { aliasList, unitLines, withBelow } from "../src/features/registry/lib/unit-lines";
import { isWeekend, weeksOf } from "../src/features/registry/lib/year";
import { monthsOf } from "../src/features/sources/lib/months";

describe("the year of working days", () => {
  it("months begin on Monday, and hold each of their days once", () => {
    expect(weeksOf(2026, 2)[0]).toEqual([null, null, null, null, null, null, "2026-02-01"]);
    const days = weeksOf(2024, 2)
      .flat()
      .filter((date) => date !== null);
    expect([days.length, days[0], days.at(-1)]).toEqual([29, "2024-02-01", "2024-02-29"]);
    for (let month = 1; month <= 12; month++) for (const week of weeksOf(2026, month)) expect(week).toHaveLength(7);
  });

  it("knows Saturday and Sunday", () => {
    expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map(isWeekend)).toEqual([false, true, true, false]);
  });
});

const unit = (code: string, parent = "", part: Partial<RegisteredUnit> = {}) =>
  ({ code, name: code, parent, aliases: [], provisional: false, merger: null, ...part }) as RegisteredUnit;

describe("the tree of units that is kept", () => {
  const units = [
    unit("gov"),
    unit("局", "gov"),
    unit("科", "局", { aliases: ["老科"] }),
    unit("新", "", { provisional: true }),
  ];

  it("those that wait for somebody come first, then the tree", () => {
    expect(
      unitLines(units, { q: undefined, only: undefined }).map(({ unit: { code }, depth }) => [code, depth]),
    ).toEqual([
      ["新", 0],
      ["gov", 0],
      ["局", 1],
      ["科", 2],
    ]);
  });

  it("are found by other names too, and kept apart by what they wait for", () => {
    expect(unitLines(units, { q: "老", only: undefined }).map(({ unit: { code } }) => code)).toEqual(["科"]);
    expect(unitLines(units, { q: undefined, only: "provisional" }).map(({ unit: { code } }) => code)).toEqual(["新"]);
  });

  it("nobody stands above itself: all below are known", () => {
    expect([...withBelow(units, "gov")]).toEqual(["gov", "局", "科"]);
  });

  it("other names are typed one a line", () => {
    expect(aliasList(" 住建局\n\n建设局|住建局 ")).toEqual(["住建局", "建设局"]);
  });
});

describe("the tree of categories", () => {
  const category = (path: string): Category => ({
    path,
    name: path.split(">").at(-1) ?? "",
    parent: path.split(">").slice(0, -1).join(">"),
    orders: 1,
    orders_below: 1,
    units: [],
    from: "",
  });
  const all = ["城管", "城管>市政", "城管>市政>路灯", "住房"].map(category);
  const shown = (open: string[], find = "") =>
    categoryLines(all, { open: new Set(open), find }).map(({ category: { name }, depth }) => `${depth}${name}`);

  it("shows what is open, or the way to what was looked for", () => {
    expect(shown([])).toEqual(["0城管", "0住房"]);
    expect(shown(["城管"])).toEqual(["0城管", "1市政", "0住房"]);
    expect(shown([], "路")).toEqual(["0城管", "1市政", "2路灯"]);
  });
});

describe("small things", () => {
  it("a table is read as UTF-8, and as GB18030 where it is none", () => {
    expect(readText(new TextEncoder().encode("编码").buffer as ArrayBuffer)).toBe("编码");
    expect(readText(new Uint8Array([0xb1, 0xe0, 0xc2, 0xeb]).buffer)).toBe("编码");
  });

  it("the months of a source end with its last record and begin with its first", () => {
    const at = (iso: string) => instant(Date.parse(iso));
    const months = monthsOf(at("2026-01-31T15:59:00Z"), at("2026-03-31T16:30:00Z"));
    expect(months).toEqual([
      { name: "2026-01", from: "2026-01-01", to: "2026-01-31" },
      { name: "2026-02", from: "2026-02-01", to: "2026-02-28" },
      { name: "2026-03", from: "2026-03-01", to: "2026-03-31" },
      { name: "2026-04", from: "2026-04-01", to: "2026-04-30" },
    ]);
    expect(monthsOf(at("2020-01-01T00:00:00Z"), at("2026-11-20T00:00:00Z"))).toHaveLength(12);
  });
});
