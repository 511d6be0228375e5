import type { MappedRow } from "@tianyan/ingest";

const FIELDS = [
  "orderId",
  "row",
  "position",
  "ref",
  "hasId",
  "unit",
  "toUnit",
  "reasonCode",
  "text",
  "operator",
  "result",
  "dueAt",
  "at",
] as const satisfies readonly (keyof MappedRow)[];

/** A row without the names of its fields, for the disk. */
export type PackedRow = readonly unknown[];

/** What a row was made of is compared in the shapes state and step alone: a happening goes without. */
export function packRow(row: MappedRow): PackedRow {
  const common = FIELDS.map((field) => row[field]);
  if (row.shape === "event") return [0, row.kinds, ...common];
  if (row.shape === "state") return [1, row.state, row.values, ...common];
  return [2, row.finishedAt, row.outcomes, row.values, ...common];
}

/** The row that `packRow` packed; the disk file is our own. */
export function unpackRow(packed: PackedRow): MappedRow {
  const row: Record<string, unknown> = {};
  const named = (names: readonly string[]): MappedRow => {
    [...names, ...FIELDS].forEach((name, place) => {
      row[name] = packed[place + 1];
    });
    return row as unknown as MappedRow;
  };
  if (packed[0] === 0) {
    row.shape = "event";
    row.values = [];
    return named(["kinds"]);
  }
  row.shape = packed[0] === 1 ? "state" : "step";
  return named(packed[0] === 1 ? ["state", "values"] : ["finishedAt", "outcomes", "values"]);
}
