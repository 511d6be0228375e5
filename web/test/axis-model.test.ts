import { describe, expect, it } from "vitest";
import { axisPicture } from "../src/features/order/lib/axis/build";
import { axisModel } from "../src/features/order/lib/axis/model";
import { axisRange } from "../src/features/order/lib/axis/range";
import { at, fileOf, PASSED_ON } from "./history";

describe("the axis of an order that was passed on", () => {
  const model = axisModel(fileOf(PASSED_ON).replay);

  it("has a lane for the pool and for each holder, in the order in which they came", () => {
    expect(model.lanes.map((lane) => lane.id)).toEqual(["pool:centre", "unit:A", "unit:B"]);
  });

  it("draws a bar for every stay, from the event that began it", () => {
    expect(model.lanes.map((lane) => lane.bars.map((bar) => bar.ref))).toEqual([["1", "7"], ["2"], ["8"]]);
  });

  it("shows a suspension within its bar", () => {
    const [bar] = model.lanes[2]?.bars ?? [];
    expect(bar?.suspensions).toEqual([{ start: at("2021-06-10 10:00"), end: at("2021-06-11 10:00") }]);
  });

  it("tells a rejected return from an approved one, and where that one went", () => {
    expect(
      model.returns.map(({ event, answer, toLane }) => [event.ref, answer?.approved, answer?.ref, toLane]),
    ).toEqual([
      ["4", false, "5", null],
      ["6", true, "7", "pool:centre"],
    ]);
  });

  it("draws the approved return as the only way back", () => {
    expect(model.passages.filter((passage) => passage.back).map((passage) => passage.event.ref)).toEqual(["7"]);
    expect(model.passages.map((passage) => passage.toLane)).toEqual(["unit:A", "pool:centre", "unit:B"]);
  });

  it("marks substantive acts and the end, each on its holder's lane", () => {
    expect(
      model.marks.filter((mark) => mark.kind !== "other").map(({ event, kind, lane }) => [event.ref, kind, lane]),
    ).toEqual([
      ["9", "act", "unit:B"],
      ["12", "done", "unit:B"],
      ["13", "done", "unit:B"],
    ]);
  });

  it("knows nothing of what came after the instant of the screen", () => {
    const early = fileOf(PASSED_ON, "2021-06-08 12:00");
    expect(early.events).toHaveLength(5);
    expect(axisModel(early.replay).lanes.map((lane) => lane.id)).toEqual(["pool:centre", "unit:A"]);
    expect(axisModel(early.replay).lanes[1]?.bars[0]?.end).toBeNull();
  });
});

describe("an order dispatched as it came in", () => {
  it("has no lane for a pool in which it spent no time", () => {
    const { lanes, passages } = axisModel(
      fileOf([
        ["2021-06-07 09:20", "dispatched", "centre", "A"],
        ["2021-06-08 09:20", "transferred", "A", "B"],
      ]).replay,
    );
    expect(lanes.map((lane) => lane.id)).toEqual(["unit:A", "unit:B"]);
    expect(passages.map(({ fromLane, toLane }) => [fromLane, toLane])).toEqual([["unit:A", "unit:B"]]);
  });
});

describe("a due instant that was moved", () => {
  it("stays as one that was replaced", () => {
    const { dues } = axisModel(
      fileOf([
        ["2021-06-07 09:20", "accepted", "centre"],
        ["2021-06-07 09:45", "dispatched", "centre", "A"],
        ["2021-06-08 10:00", "extension_requested", "A"],
        ["2021-06-08 11:00", "extension_approved", "centre", undefined, "2021-06-30 00:00"],
      ]).replay,
    );
    expect(dues.map(({ due, replaced }) => [due, replaced])).toEqual([
      [at("2021-06-16 00:00"), true],
      [at("2021-06-30 00:00"), false],
    ]);
  });
});

describe("what the axis spans", () => {
  const base = { first: at("2021-06-07 09:00"), last: at("2021-06-16 10:00"), coming: [] };

  it("ends with the last event of a done order, however late it is now", () => {
    const range = axisRange({ ...base, at: at("2026-01-01 00:00"), open: false });
    expect(range).toEqual({ from: base.first, to: base.last, cut: null });
  });

  it("reaches the present of an open one, and what is due soon", () => {
    const due = at("2021-06-25 00:00");
    const range = axisRange({ ...base, at: at("2021-06-18 10:00"), open: true, coming: [due, at("2023-01-01 00:00")] });
    expect(range.to).toBe(due);
    expect(range.cut).toBeNull();
  });

  it("cuts the years since the last event of an order that nobody closed", () => {
    const range = axisRange({ ...base, at: at("2026-01-01 00:00"), open: true });
    expect(range.to).toBe(at("2026-01-01 00:00"));
    expect(range.cut?.from).toBeGreaterThan(base.last);
  });
});

describe("the picture", () => {
  it("is empty for an order without events", () => {
    expect(axisPicture({ file: fileOf([]), width: 800, narrow: false, labelWidth: 124 })).toBeNull();
  });

  it.each([false, true])("keeps every lane within its height (narrow: %s)", (narrow) => {
    const picture = axisPicture({ file: fileOf(PASSED_ON), width: 360, narrow, labelWidth: 124 });
    expect(picture).not.toBeNull();
    if (!picture) return;
    for (const y of picture.layout.laneY.values()) {
      expect(y).toBeGreaterThan(picture.layout.top);
      expect(y).toBeLessThan(picture.layout.bottom);
    }
    expect(picture.nowX).toBeNull();
  });
});
