import { after, HOUR, workingDays, zone } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { createScale } from "../src/features/order/lib/axis/scale";
import { ticksOf } from "../src/features/order/lib/axis/ticks";
import { at } from "./history";

const scaleOf = (from: string, to: string, width = 900, cut: [string, string] | null = null) =>
  createScale({
    from: at(from),
    to: at(to),
    zone: zone("Asia/Shanghai"),
    calendar: workingDays("cn"),
    office: [510, 1050],
    width,
    cut: cut && { from: at(cut[0]), to: at(cut[1]) },
  });

describe("the scale in working days", () => {
  // 2021-06-07 is a Monday; 14 June was the Dragon Boat holiday.
  const scale = scaleOf("2021-06-07 09:00", "2021-06-18 17:00");

  it("fills the width exactly", () => {
    const last = scale.cells.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(900);
  });

  it("draws days off thin, holidays too", () => {
    const widths = scale.cells.map((cell) => Number((cell.width / scale.dayWidth).toFixed(6)));
    expect(widths.slice(0, 9)).toEqual([1, 1, 1, 1, 1, 0.22, 0.22, 0.22, 1]);
  });

  it("never goes back in time", () => {
    let before = -1;
    for (let hour = 0; hour < 12 * 24; hour++) {
      const x = scale.x(after(at("2021-06-07 00:00"), hour * HOUR));
      expect(x).toBeGreaterThanOrEqual(before);
      before = x;
    }
  });

  it("gives office hours most of the day", () => {
    const office = scale.x(at("2021-06-08 17:30")) - scale.x(at("2021-06-08 08:30"));
    expect(office / scale.dayWidth).toBeCloseTo(0.76);
  });

  it("holds instants outside at the edges", () => {
    expect(scale.x(at("2021-01-01 00:00"))).toBe(0);
    expect(scale.x(at("2022-01-01 00:00"))).toBeCloseTo(900);
  });

  it("cuts a quiet stretch to one cell, and stays continuous around it", () => {
    const cut = scaleOf("2021-06-07 09:00", "2026-06-18 17:00", 900, ["2021-06-18 00:00", "2026-06-17 00:00"]);
    expect(cut.cells.filter((cell) => cell.kind === "cut")).toHaveLength(1);
    expect(cut.cells.length).toBeLessThan(20);
    for (const [index, cell] of cut.cells.entries()) {
      if (index > 0) expect(cell.start).toBe(cut.cells[index - 1]?.end);
    }
  });
});

describe("the dates under the axis", () => {
  it.each([
    ["2021-06-07 09:00", "2021-06-11 17:00", "day"],
    ["2021-06-07 09:00", "2021-08-11 17:00", "week"],
    ["2021-06-07 09:00", "2022-05-11 17:00", "month"],
    ["2012-06-07 09:00", "2022-05-11 17:00", "year"],
  ])("from %s to %s are told by the %s", (from, to, grain) => {
    const ticks = ticksOf(scaleOf(from, to));
    expect(new Set(ticks.map((tick) => tick.grain))).toEqual(new Set([grain]));
  });

  it("never overlap", () => {
    for (const days of [3, 8, 15, 40, 90, 200, 500, 1500]) {
      const to = new Date(at("2021-06-07 09:00") + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);
      const ticks = ticksOf(scaleOf("2021-06-07 09:00", to.replace("T", " "), 700));
      for (const [index, tick] of ticks.entries()) {
        const before = ticks[index - 1];
        if (before) expect(tick.x - before.x).toBeGreaterThanOrEqual(before.label.length * 6.5);
      }
    }
  });

  it("say the year where it begins", () => {
    const labels = ticksOf(scaleOf("2021-12-28 09:00", "2022-01-06 17:00")).map((tick) => tick.label);
    expect(labels.filter((label) => label.length === 10)).toEqual(["2021-12-28", "2022-01-04"]);
  });
});
