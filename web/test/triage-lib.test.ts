import { describe, expect, it } from "vitest";
import { changesOf } from "../src/features/cases/lib/changes";
import { STEPS, stepOf } from "../src/features/cases/lib/stages";
import { readView, watchlistSearch, writeView } from "../src/features/watchlist/lib/search";
import { extended, NONE_SELECTED, selectedRows, toggled } from "../src/features/watchlist/lib/selection";

const LIST = ["a", "b", "c", "d", "e"];
const rows = LIST.map((id) => ({ id }));

describe("a selection", () => {
  it("takes a row, and gives it back", () => {
    const one = toggled(NONE_SELECTED, "b");
    expect(selectedRows(one, rows)).toEqual([{ id: "b" }]);
    expect(toggled(one, "b").ids.size).toBe(0);
  });

  it("takes everything from the last row chosen, in either direction", () => {
    expect(selectedRows(extended(toggled(NONE_SELECTED, "b"), LIST, "d"), rows).map(({ id }) => id)).toEqual([
      "b",
      "c",
      "d",
    ]);
    expect(selectedRows(extended(toggled(NONE_SELECTED, "d"), LIST, "b"), rows).map(({ id }) => id)).toEqual([
      "b",
      "c",
      "d",
    ]);
  });

  it("takes only the row where the last one chosen has left the list", () => {
    expect([...extended({ ids: new Set(), anchor: "gone" }, LIST, "c").ids]).toEqual(["c"]);
  });

  it("is what is still in the list, in its order", () => {
    expect(selectedRows({ ids: new Set(["e", "gone", "a"]), anchor: null }, rows)).toEqual([{ id: "a" }, { id: "e" }]);
  });
});

describe("a saved view", () => {
  it("comes back as it was, without the order that was open", () => {
    const search = watchlistSearch.parse({
      level: ["red"],
      q: "路灯",
      order: "12345/A1",
      saved: "7",
      sort: "priority",
    });
    const { order: _, saved: __, ...kept } = search;
    expect(readView(writeView(search))).toEqual(watchlistSearch.parse(kept));
  });
});

describe("the timeline", () => {
  it("tells only what changed, new fields after old ones", () => {
    expect(
      changesOf({ stage: "check", due_on: "2026-01-05" }, { stage: "file", due_on: "2026-01-05", action: "to_file" }),
    ).toEqual([
      { field: "stage", before: "check", after: "file" },
      { field: "action", before: null, after: "to_file" },
    ]);
    expect(changesOf(null, null)).toEqual([]);
  });
});

describe("the stage bar", () => {
  it("stands where the case stands; a suspended one where it stood; one that left the way nowhere", () => {
    expect(STEPS.map((stages) => stepOf(stages[0] ?? "clue", null))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(stepOf("file", null)).toBe(2);
    expect(stepOf("suspended", "rectify")).toBe(3);
    expect(stepOf("transferred", null)).toBeNull();
  });
});
