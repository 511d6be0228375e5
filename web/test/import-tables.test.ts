import type { RecognisedTableItem, RecognitionResult } from "@tianyan/api";
import { describe, expect, it } from "vitest";
import { sayShape } from "../src/features/import/lib/answers";
import {
  choicesToLoad,
  choicesToRecognise,
  commonRows,
  rowsRunOf,
  sayOfTable,
  usedTables,
} from "../src/features/import/lib/table-choices";

const table = (part: Partial<RecognisedTableItem>): RecognisedTableItem =>
  ({
    name: "a",
    sheet: null,
    kind: "events",
    found_kind: "events",
    used: true,
    rows_run: "oldest-first",
    ...part,
  }) as RecognisedTableItem;
const [first, second, units] = [
  { upload: "u1", table: table({ sheet: "甲 乙" }) },
  { upload: "u2", table: table({ rows_run: "newest-first" }) },
  { upload: "u1", table: table({ sheet: "单位", kind: "units", found_kind: "units" }) },
];
const recognition = (tables: readonly { readonly upload: string; readonly table: RecognisedTableItem }[]) =>
  ({
    files: ["u1", "u2"].map((upload) => ({
      upload,
      name: upload,
      refusal: null,
      tables: tables.filter((placed) => placed.upload === upload).map((placed) => placed.table),
    })),
    profile: { shape: "event", events: { at: "x" }, kinds: { a: "signed" } },
    saved_profile: "s",
    rejects_of: null,
  }) as unknown as RecognitionResult;
const all = recognition([first, second, units]);

describe("what is said of single tables", () => {
  it("is told to the server where it changes what there is; the order of rows only when it is loaded", () => {
    const rows = sayOfTable({}, second, { rows: "oldest-first" });
    expect(choicesToRecognise(rows)).toEqual([]);
    const said = sayOfTable(sayOfTable(rows, first, { kind: "orders" }), units, { use: false });
    expect(choicesToRecognise(said)).toEqual([
      { upload: "u1", sheet: "甲 乙", use: true, kind: "orders" },
      { upload: "u1", sheet: "单位", use: false, kind: null },
    ]);
    const answered = recognition([
      { ...first, table: { ...first.table, kind: "orders" } },
      second,
      { ...units, table: { ...units.table, used: false } },
    ]);
    expect(usedTables(answered)).toHaveLength(2);
    expect(choicesToLoad(answered, said)).toEqual([
      { upload: "u1", sheet: "单位", use: false, kind: null },
      { upload: "u1", sheet: "甲 乙", kind: "orders", rows: null },
      { upload: "u2", sheet: null, kind: null, rows: "oldest-first" },
    ]);
  });

  it("is forgotten where it is what was found", () => {
    const said = sayOfTable(sayOfTable({}, first, { kind: "orders", use: false }), first, {
      kind: "events",
      use: true,
    });
    expect(choicesToRecognise(said)).toEqual([]);
  });

  it("stands in the profile only where it is the same for all tables", () => {
    expect(commonRows(all, {})).toBeNull();
    const said = sayOfTable({}, first, { rows: "newest-first" });
    expect(commonRows(all, said)).toBe("newest-first");
    expect(rowsRunOf(said, first)).toBe("newest-first");
  });

  it("another shape lets go of the columns and words of the one before", () => {
    expect(sayShape(all, {}, "state")).toEqual({ shape: "state" });
    expect(sayShape(all, { events: { at: "x" }, dates: "dmy" }, "step")).toEqual({ dates: "dmy", shape: "step" });
  });
});
