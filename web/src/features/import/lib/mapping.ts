import { CANONICAL_COLUMNS, type RecognisedTableItem } from "@tianyan/api";

/** Which header of a file is which canonical column; several headers are joined. */
export type ColumnMap = Readonly<Record<string, string | readonly string[]>>;

/** The two maps of a profile. A table of events may carry columns of orders too. */
export interface Maps {
  readonly events: ColumnMap;
  readonly orders: ColumnMap;
}

/** `events.at`, `orders.title`; "" for not used. */
export type Meaning = string;

const headersOf = (spec: string | readonly string[] | undefined): readonly string[] =>
  spec === undefined ? [] : typeof spec === "string" ? [spec] : spec;

/** The canonical column that a header stands for; "" where it is not used. */
export function columnOf(map: ColumnMap, header: string): string {
  return Object.keys(map).find((column) => headersOf(map[column]).includes(header)) ?? "";
}

/**
 * The map after somebody said what a header means. A header has one meaning, and a column one header:
 * what stood for the column before is used no more. `column` "" means not used.
 */
export function assign(map: ColumnMap, header: string, column: string): ColumnMap {
  if (columnOf(map, header) === column) return map;
  const next: Record<string, string | readonly string[]> = {};
  for (const [name, spec] of Object.entries(map)) {
    const rest = headersOf(spec).filter((one) => one !== header);
    if (name !== column && rest.length > 0) next[name] = rest.length === 1 ? (rest[0] ?? "") : rest;
  }
  if (column !== "") next[column] = header;
  return next;
}

type Table = Pick<RecognisedTableItem, "kind" | "shape" | "columns">;

const eventColumns = (table: Table): readonly string[] => CANONICAL_COLUMNS[table.shape ?? "event"];
const ORDER_COLUMNS: readonly string[] = CANONICAL_COLUMNS.orders;

/** The maps by which a table was read, in the form of a profile. */
export function mapsOf(table: Table): Maps {
  const pick = (wanted: (column: string) => boolean): ColumnMap =>
    Object.fromEntries(
      table.columns
        .filter(({ column }) => wanted(column))
        .map(({ column, headers }) => [column, headers.length === 1 ? (headers[0] ?? "") : headers]),
    );
  if (table.kind === "orders") return { events: {}, orders: pick((column) => ORDER_COLUMNS.includes(column)) };
  const own = eventColumns(table);
  const orders = pick((column) => ORDER_COLUMNS.includes(column) && !own.includes(column));
  return { events: pick((column) => own.includes(column)), orders };
}

/** What a header of the table can mean. */
export function meaningsOf(table: Table): readonly Meaning[] {
  const orders = ORDER_COLUMNS.map((column) => `orders.${column}`);
  if (table.kind === "orders") return orders;
  const own = eventColumns(table);
  return [
    ...own.map((column) => `events.${column}`),
    ...orders.filter((meaning) => !own.includes(meaning.slice("orders.".length))),
  ];
}

export function meaningOf(maps: Maps, kind: RecognisedTableItem["kind"], header: string): Meaning {
  const event = kind === "orders" ? "" : columnOf(maps.events, header);
  if (event !== "") return `events.${event}`;
  const order = columnOf(maps.orders, header);
  return order === "" ? "" : `orders.${order}`;
}

/** The maps after somebody said what a header of a table of this kind means. */
export function mean(maps: Maps, kind: RecognisedTableItem["kind"], header: string, meaning: Meaning): Maps {
  const event = meaning.startsWith("events.") ? meaning.slice("events.".length) : "";
  const order = meaning.startsWith("orders.") ? meaning.slice("orders.".length) : "";
  if (kind === "orders") return { ...maps, orders: assign(maps.orders, header, order) };
  const events = assign(maps.events, header, event);
  const orders =
    columnOf(maps.orders, header) === "" && order === "" ? maps.orders : assign(maps.orders, header, order);
  const id = events.order_id;
  // Columns of orders within events need the order's number too.
  return {
    events,
    orders: order !== "" && !("order_id" in orders) && id !== undefined ? { ...orders, order_id: id } : orders,
  };
}

const REQUIRED = {
  orders: ["order_id"],
  event: ["order_id", "at", "kind"],
  state: ["order_id", "at", "status"],
  step: ["order_id", "received_at"],
} as const;

/** Columns without which a table of the kind cannot be loaded, and which no header stands for. */
export function missingIn(maps: Maps, table: Pick<Table, "kind" | "shape">): readonly string[] {
  if (table.kind === "orders") return REQUIRED.orders.filter((column) => !(column in maps.orders));
  if (table.kind !== "events") return [];
  return REQUIRED[table.shape ?? "event"].filter((column) => !(column in maps.events));
}
