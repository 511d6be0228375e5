import type { UnitItem } from "@tianyan/api";
import { describe, expect, it } from "vitest";
import { findUnits, unitTree } from "../src/features/units/lib/tree";
import { toFilter, watchlistSearch, weekEnd } from "../src/features/watchlist/lib/search";
import { turnOf } from "../src/features/watchlist/lib/turn";
import { readOrderKey, writeOrderKey } from "../src/lib/order-key";
import { parseSearch, stringifySearch } from "../src/lib/search-string";
import { formatDue, fromCivil, inLocalTime, toCivil } from "../src/lib/time";
import { at } from "./history";

describe("the address bar", () => {
  it("holds lists as repeated names, and order numbers as they are", () => {
    const text = stringifySearch({ q: "0012", level: ["red", "orange"], unit: undefined, at: "2021-07-06T09:00" });
    expect(text).toBe("?at=2021-07-06T09:00&level=red&level=orange&q=0012");
    expect(parseSearch(text)).toEqual({ q: "0012", level: ["red", "orange"], at: "2021-07-06T09:00" });
  });

  it("drops what cannot be used rather than failing", () => {
    const search = watchlistSearch.parse({
      level: ["red", "pink"],
      rule: "no-such",
      from: "yesterday",
      unit: "住建局",
    });
    expect(search).toMatchObject({ level: ["red"], unit: ["住建局"] });
    expect(search.rule).toBeUndefined();
    expect(search.from).toBeUndefined();
  });

  it("keeps an order whose number has a slash", () => {
    const order = { source: "12345", orderId: "A/7" };
    expect(readOrderKey(writeOrderKey(order))).toEqual(order);
    expect(readOrderKey("nothing")).toBeNull();
  });

  it("asks the server for whole days of the product's zone", () => {
    const filter = toFilter(
      watchlistSearch.parse({ from: "2021-06-07", to: "2021-06-07" }),
      null,
      at("2021-06-08 09:00"),
    );
    expect([filter.from, filter.to]).toEqual(["2021-06-06T16:00:00.000Z", "2021-06-07T16:00:00.000Z"]);
  });
});

describe("times", () => {
  it("say a deadline at midnight as 24:00 of the day that it ends", () => {
    expect(formatDue(at("2021-06-16 00:00"))).toBe("2021-06-15 24:00");
    expect(formatDue(at("2021-06-16 17:30"))).toBe("2021-06-16 17:30");
  });

  it("is told in texts of the API as people read it", () => {
    expect(inLocalTime("顾念 于 2026-11-22T04:09:06.000Z 更新")).toBe("顾念 于 2026-11-22 12:09 更新");
  });

  it("go to the address bar and back", () => {
    expect(fromCivil(toCivil(at("2021-07-06 09:00")))).toBe(at("2021-07-06 09:00"));
    expect(fromCivil("soon")).toBeNull();
  });

  it.each([["2021-06-07 00:00"], ["2021-06-13 23:59"]])("end the week of %s on Sunday at 24:00", (text) => {
    expect(weekEnd(at(text))).toBe(at("2021-06-14 00:00"));
  });
});

describe("when a finding turned", () => {
  const iso = (text: string) => new Date(at(text)).toISOString();

  it("is told from the last step, in calendar and working days", () => {
    const turn = turnOf({ level: "red", since: iso("2021-06-08 10:00"), next: null }, at("2021-06-17 09:00"));
    expect(turn).toMatchObject({ tense: "past", level: "red", days: 9, workingDays: 6 });
  });

  it("counts a step at midnight to the day that it ended", () => {
    const turn = turnOf({ level: "red", since: iso("2021-06-08 00:00"), next: null }, at("2021-06-08 09:00"));
    expect(turn).toMatchObject({ days: 1, workingDays: 1 });
  });

  it("gives way to a step of the coming week", () => {
    const next = { level: "red" as const, at: iso("2021-06-12 00:00") };
    const turn = turnOf({ level: "orange", since: iso("2021-06-08 10:00"), next }, at("2021-06-09 09:00"));
    expect(turn).toMatchObject({ tense: "coming", level: "red", days: 2, workingDays: 2 });
  });
});

describe("the tree of units", () => {
  const unit = (code: string, parent: string): UnitItem => ({
    code,
    name: code,
    parent,
    kind: "",
    aliases: [],
    provisional: false,
    findings: { yellow: 0, orange: 0, red: 0 },
    orders: 0,
    legs: 0,
    holding: 0,
  });

  it("puts units under their parents, and those without one at the top", () => {
    const lines = unitTree([unit("b", "a"), unit("a", ""), unit("c", "gone"), unit("d", "b")]);
    expect(lines.map(({ unit: one, depth }) => `${depth}${one.code}`)).toEqual(["0a", "1b", "2d", "0c"]);
  });

  it("loses no unit to a circle of parents", () => {
    expect(unitTree([unit("a", "b"), unit("b", "a"), unit("c", "c")])).toHaveLength(3);
  });

  it("is flat for what was looked for", () => {
    expect(findUnits([unit("a", ""), unit("ab", "a")], "B").map(({ unit: one, depth }) => [one.code, depth])).toEqual([
      ["ab", 0],
    ]);
  });
});
