import type { FindingRow } from "@tianyan/api";
import { describe, expect, it } from "vitest";
import { changesOf } from "../src/features/cases/lib/changes";
import { STEPS, stepOf } from "../src/features/cases/lib/stages";
import { unfold } from "../src/features/watchlist/lib/folding";
import { readView, watchlistSearch, writeView } from "../src/features/watchlist/lib/search";
import { extended, NONE_SELECTED, selectedRows, toggled } from "../src/features/watchlist/lib/selection";

describe("a folded list", () => {
  const row = (id: string, order: string, folded = 0) =>
    ({ id, source: "12345", order_id: order, folded }) as unknown as FindingRow;
  const heads = [row("1", "A", 2), row("4", "B"), row("5", "C", 1)];

  it("shows what stands behind a row after it, where its fold is open", () => {
    const behind = new Map([["12345/A", [row("2", "A"), row("3", "A")]]]);
    const list = unfold(heads, behind);
    expect(list.rows.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
    expect([...list.behind]).toEqual(["2", "3"]);
  });

  it("shows nothing behind a row that has come to stand alone, whatever was loaded before", () => {
    const list = unfold([row("1", "A")], new Map([["12345/A", [row("2", "A")]]]));
    expect(list.rows.map(({ id }) => id)).toEqual(["1"]);
    expect(list.behind.size).toBe(0);
  });
});

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
