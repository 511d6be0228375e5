import { isoInstant } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { derivableKinds, deriveEvents } from "../src/index";
import { profileOf, readAll, testFolder } from "./files";

const { write } = testFolder();

const eventsOf = async (text: string, doc: Readonly<Record<string, unknown>>) => {
  const { rows, rejects } = await readAll(write("rows.csv", text), profileOf(doc));
  expect(rejects).toEqual([]);
  return deriveEvents(rows);
};

describe("shape event: a row is an event", () => {
  it("kinds maps the source's words to a kind or a list of kinds, in order, at the same instant", async () => {
    const kinds = { 受理派单: ["accepted", "dispatched"], 处理: "progressed", 已阅: "ignore" };
    const text =
      "order_id,at,kind,to_unit\nA1,2024-03-05,受理派单,甲局\nA1,2024-03-06,处理,\nA1,2024-03-06,已阅,\nA1,2024-03-07,办结,\n";
    const { events } = await eventsOf(text, { kinds });
    expect(events.map(({ ref, part, kind, toUnit }) => [ref, part, kind, toUnit])).toEqual([
      ["#1", 0, "accepted", "甲局"],
      ["#1", 1, "dispatched", "甲局"],
      ["#2", 0, "progressed", null],
      ["#4", 0, "completed", null],
    ]);
  });

  it("results and classes are read in words; what is not known stays as written", async () => {
    const text =
      "order_id,at,kind,result\nA1,2024-03-05,回访,不满意\nA1,2024-03-05,评价,2分\nA1,2024-03-05,认定,不合理诉求\nA1,2024-03-05,认定,莫名\n";
    const { events } = await eventsOf(text, {});
    expect(events.map(({ result }) => result)).toEqual(["dissatisfied", "2", "unreasonable", "莫名"]);
  });

  it("an event id is the reference, else the number of the data row", async () => {
    const { rows } = await readAll(
      write("ids.csv", "order_id,event_id,at,kind\nA1,E7,2024-03-05,受理\n\nA1,,2024-03-05,签收\n"),
    );
    expect(rows.map(({ ref, hasId }) => [ref, hasId])).toEqual([
      ["E7", true],
      ["#2", false],
    ]);
  });

  it("newest first: position counts from the end, the number of the row does not", async () => {
    const { rows } = await readAll(
      write("new.csv", "order_id,at,kind\nA1,2024-03-05,签收\nA1,2024-03-05,派单\n"),
      profileOf({ rows: "newest-first" }),
    );
    expect(rows.map(({ ref }) => ref)).toEqual(["#1", "#2"]);
    expect(rows[0]?.position ?? 0).toBeGreaterThan(rows[1]?.position ?? 0);
  });

  it("values that mean nothing is there are nothing", async () => {
    const { rows } = await readAll(
      write("empty.csv", "order_id,at,kind,unit\nA1,2024-03-05,受理,?\n"),
      profileOf({ empty: ["?"] }),
    );
    expect(rows[0]?.unit).toBeNull();
  });
});

describe("shape step: a row is a stay at a unit", () => {
  const profile = { shape: "step", outcomes: { 办结: "completed", 退回: ["return_requested", "return_approved"] } };

  it("arrival is dispatched to that unit, nobody acting; outcomes happen at finished_at, by that unit", async () => {
    const text =
      "order_id,unit,received_at,finished_at,outcome,due_at\nA1,甲局,2024-03-05,2024-03-06,退回,2024-03-09\nA1,乙局,2024-03-06,2024-03-07,办结,\n";
    const { events } = await eventsOf(text, profile);
    expect(
      events.map(({ at, kind, unit, toUnit, dueAt }) => [
        isoInstant(at).slice(0, 10),
        kind,
        unit,
        toUnit,
        dueAt !== null,
      ]),
    ).toEqual([
      ["2024-03-04", "dispatched", null, "甲局", true],
      ["2024-03-05", "return_requested", "甲局", null, false],
      ["2024-03-05", "return_approved", "甲局", null, false],
      ["2024-03-05", "dispatched", null, "乙局", false],
      ["2024-03-06", "completed", "乙局", null, false],
    ]);
  });

  it("a stay that has not finished has no outcome yet", async () => {
    const { events } = await eventsOf(
      "order_id,unit,received_at,finished_at,outcome\nA1,甲局,2024-03-05,,办结\nA2,甲局,2024-03-05,,\n",
      profile,
    );
    expect(events.map(({ kind }) => kind)).toEqual(["dispatched", "dispatched"]);
  });

  it("a row equal in all mapped columns to the row before it is a duplicate; one that differs is not", async () => {
    const row = "A1,甲局,2024-03-05,2024-03-06,办结";
    const { events, duplicates } = await eventsOf(
      `order_id,unit,received_at,finished_at,outcome\n${row}\n${row}\nA1,乙局,2024-03-05,2024-03-06,办结\n`,
      profile,
    );
    expect(duplicates).toEqual([{ ref: "#2", flag: "duplicate" }]);
    expect(events.map(({ ref }) => ref)).toEqual(["#1", "#1", "#3", "#3"]);
  });

  it("records dispatched and the kinds of its outcomes", () => {
    expect([...derivableKinds(profileOf(profile))].sort()).toEqual([
      "completed",
      "dispatched",
      "return_approved",
      "return_requested",
    ]);
    expect([...derivableKinds(profileOf({ ...profile, records: ["派单"] }))]).toEqual(["dispatched"]);
    expect(derivableKinds(profileOf({})).size).toBe(0);
  });
});
