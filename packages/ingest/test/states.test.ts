import { type EventKind, instant } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { derivableKinds, deriveEvents, type OrderState, type StateRow } from "../src/index";
import { profileOf } from "./files";

type Written = readonly [state: OrderState | null, unit: string | null];

const rowsOf = (written: readonly Written[]): StateRow[] =>
  written.map(([state, unit], index) => ({
    shape: "state",
    orderId: "A1",
    row: index + 1,
    position: index + 1,
    ref: `#${index + 1}`,
    hasId: false,
    at: instant((index + 1) * 1000),
    state,
    unit,
    toUnit: null,
    reasonCode: null,
    text: null,
    operator: null,
    result: null,
    dueAt: null,
    values: [String(index), state ?? "", unit ?? ""],
  }));

/** Events of each row, as `kind by>to`. */
function derived(...written: Written[]): string[][] {
  const { events } = deriveEvents(rowsOf(written));
  return written.map((_, index) =>
    events
      .filter((event) => event.ref === `#${index + 1}`)
      .map(({ kind, unit, toUnit }) => `${kind}${unit ? ` ${unit}` : ""}${toUnit ? `>${toUnit}` : ""}`),
  );
}

describe("the first row gives accepted; then against the row before, in this order", () => {
  it("no unit has had the order yet: dispatched to it; on the first row now working: signed", () => {
    expect(derived(["queued", "甲"])).toEqual([["accepted", "dispatched>甲"]]);
    expect(derived(["working", "甲"])).toEqual([["accepted", "dispatched>甲", "signed 甲"]]);
    expect(derived(["waiting", "甲"])).toEqual([["accepted", "dispatched>甲", "signed 甲", "suspended 甲"]]);
  });

  it("pooled: nobody has it; then pooled before: dispatched", () => {
    expect(derived(["pooled", null], ["queued", "甲"], ["pooled", "甲"], ["queued", "甲"])).toEqual([
      ["accepted"],
      ["dispatched>甲"],
      ["recalled"],
      ["dispatched>甲"],
    ]);
  });

  it("now pooled, before queued, working or waiting: recalled; done before, now pooled: reopened", () => {
    expect(derived(["working", "甲"], ["pooled", null])[1]).toEqual(["recalled"]);
    expect(derived(["waiting", "甲"], ["pooled", null])[1]).toEqual(["recalled"]);
    expect(derived(["completed", "甲"], ["pooled", "乙"])[1]).toEqual(["reopened>乙"]);
  });

  it("done before, not done now: reopened to the row's unit, and signed where it works", () => {
    expect(derived(["completed", "甲"], ["queued", "乙"])[1]).toEqual(["reopened>乙"]);
    expect(derived(["closed", "甲"], ["working", "甲"])[1]).toEqual(["reopened>甲", "signed 甲"]);
    expect(derived(["withdrawn", "甲"], ["waiting", null])[1]).toEqual(["reopened>甲", "signed 甲", "suspended 甲"]);
  });

  it("unit changed: transferred to it by the unit before; with a new unit now working or waiting: signed", () => {
    expect(derived(["working", "甲"], ["queued", "乙"], ["working", "丙"], ["waiting", "丁"]).slice(1)).toEqual([
      ["transferred 甲>乙"],
      ["transferred 乙>丙", "signed 丙"],
      ["transferred 丙>丁", "signed 丁", "suspended 丁"],
    ]);
  });

  it("an empty unit keeps the previous one", () => {
    expect(derived(["queued", "甲"], ["working", null], ["completed", null]).slice(1)).toEqual([
      ["signed 甲"],
      ["completed 甲"],
    ]);
    expect(derived(["queued", null], ["working", null], ["working", "甲"])).toEqual([
      ["accepted"],
      ["signed"],
      ["dispatched>甲", "signed 甲"],
    ]);
  });

  it("unit unchanged, leaving waiting for queued or working: resumed; from queued now working: signed", () => {
    expect(
      derived(["waiting", "甲"], ["working", "甲"], ["waiting", "甲"], ["queued", "甲"], ["working", "甲"]).slice(1),
    ).toEqual([["resumed 甲"], ["suspended 甲"], ["resumed 甲"], ["signed 甲"]]);
    expect(derived(["waiting", "甲"], ["working", "乙"])[1]).toEqual(["transferred 甲>乙", "signed 乙"]);
  });

  it("now waiting, and not so before with the same unit: suspended", () => {
    expect(derived(["waiting", "甲"], ["waiting", "甲"], ["waiting", "乙"]).slice(1)).toEqual([
      [],
      ["transferred 甲>乙", "signed 乙", "suspended 乙"],
    ]);
  });

  it("working, and the row brought nothing so far: progressed", () => {
    expect(derived(["working", "甲"], ["working", "甲"])[1]).toEqual(["progressed 甲"]);
    expect(derived(["queued", "甲"], ["queued", "甲"])[1]).toEqual([]);
  });

  it("not done before (or first row): now completed: completed; now closed: completed, closed; now withdrawn: withdrawn", () => {
    expect(derived(["completed", "甲"])).toEqual([["accepted", "dispatched>甲", "completed 甲"]]);
    expect(derived(["working", "甲"], ["closed", "乙"])[1]).toEqual(["transferred 甲>乙", "completed 乙", "closed 乙"]);
    expect(derived(["queued", "甲"], ["withdrawn", "甲"])[1]).toEqual(["withdrawn 甲"]);
    expect(derived(["pooled", null], ["completed", "甲"])[1]).toEqual(["dispatched>甲", "completed 甲"]);
  });

  it("from completed to closed: closed; on an order that stays done a changed unit gives transferred", () => {
    expect(derived(["completed", "甲"], ["closed", "甲"], ["completed", "甲"]).slice(1)).toEqual([["closed 甲"], []]);
    expect(derived(["completed", "甲"], ["closed", "乙"])[1]).toEqual(["transferred 甲>乙", "closed 乙"]);
  });

  it("ignore skips the row, as if it were not there", () => {
    expect(derived(["working", "甲"], [null, "乙"], ["working", "甲"])[2]).toEqual(["progressed 甲"]);
  });
});

describe("rows are taken by (at, position)", () => {
  it("whatever order they come in, a late row in between included", () => {
    const rows = rowsOf([
      ["queued", "甲"],
      ["working", "甲"],
      ["completed", "甲"],
    ]);
    expect(deriveEvents([...rows].reverse())).toEqual(deriveEvents(rows));
  });

  it("a row equal in all mapped columns to the row before it is a duplicate, and is flagged", () => {
    const rows = rowsOf([
      ["working", "甲"],
      ["working", "甲"],
      ["working", "甲"],
    ]).map((row) => ({ ...row, at: instant(0), values: ["0", "working", "甲"] }));
    const { events, duplicates } = deriveEvents(rows);
    expect(events.map(({ kind }) => kind)).toEqual(["accepted", "dispatched", "signed"]);
    expect(duplicates).toEqual([
      { ref: "#2", flag: "duplicate" },
      { ref: "#3", flag: "duplicate" },
    ]);
  });

  it("a stated due instant goes with what hands the order over", () => {
    const rows = rowsOf([["working", "甲"]]).map((row) => ({ ...row, dueAt: instant(9) }));
    expect(deriveEvents(rows).events.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ["accepted", null],
      ["dispatched", 9],
      ["signed", null],
    ]);
  });
});

describe("what the shape can derive, given its map", () => {
  const kinds = (...states: string[]): EventKind[] =>
    [
      ...derivableKinds(
        profileOf({ shape: "state", status: Object.fromEntries(states.map((state) => [state, state])) }),
      ),
    ].sort();

  it("nothing that needs a state which the source never has", () => {
    expect(kinds("queued")).toEqual(["accepted", "dispatched", "transferred"]);
    expect(kinds("pooled", "queued")).toEqual(["accepted", "dispatched", "recalled", "transferred"]);
    expect(kinds("queued", "working", "completed")).toEqual([
      "accepted",
      "completed",
      "dispatched",
      "progressed",
      "reopened",
      "signed",
      "transferred",
    ]);
    expect(kinds("waiting", "ignore")).toEqual(["accepted", "dispatched", "signed", "suspended", "transferred"]);
    expect(kinds("waiting", "working", "closed", "withdrawn")).toEqual([
      "accepted",
      "closed",
      "completed",
      "dispatched",
      "progressed",
      "reopened",
      "resumed",
      "signed",
      "suspended",
      "transferred",
      "withdrawn",
    ]);
  });

  it("every kind that some rows derive is among them", () => {
    const states = ["pooled", "queued", "working", "waiting", "completed", "closed", "withdrawn"] as const;
    const all = new Set(kinds(...states));
    for (const first of states) {
      for (const second of states) {
        const possible = new Set(kinds(first, second));
        const { events } = deriveEvents(
          rowsOf([
            [first, "甲"],
            [second, "甲"],
            [first, "乙"],
            [second, "乙"],
          ]),
        );
        for (const { kind } of events) expect([first, second, possible.has(kind)]).toEqual([first, second, true]);
        for (const kind of possible) expect(all.has(kind)).toBe(true);
      }
    }
  });
});
