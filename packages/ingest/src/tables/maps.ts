import { COMPETENCE_HEADERS, EVENT_HEADERS, ORDER_HEADERS, UNIT_HEADERS } from "../profiles/columns";
import type { ColumnSpec, Profile } from "../profiles/profile";
import type { TableReader } from "../readers/reader";
import { builtInMap } from "../rows/column-plan";
import type { TableKind } from "../rows/table";

type ColumnMap = Readonly<Record<string, ColumnSpec>>;

const has = (reader: TableReader, spec: ColumnSpec | undefined): boolean =>
  spec?.some((header) => reader.columns.includes(header)) ?? false;

/**
 * Which header of the file is which canonical column of the table. The profile's own map, where it has one; an orders file
 * beside it may be canonical all the same.
 */
export function columnMap(table: TableKind, reader: TableReader, profile: Profile): ColumnMap {
  if (table === "units") return builtInMap(reader, UNIT_HEADERS);
  if (table === "competence") return builtInMap(reader, COMPETENCE_HEADERS);
  if (table === "events") return profile.events ?? builtInMap(reader, EVENT_HEADERS[profile.shape]);
  if (profile.orders && has(reader, profile.orders.order_id)) return profile.orders;
  return builtInMap(reader, ORDER_HEADERS);
}

/** What an events file says of its orders: the columns that the profile's own map finds in it, or nothing. */
export function ordersWithinEvents(reader: TableReader, profile: Profile): ColumnMap | null {
  const map = Object.entries(profile.orders ?? {}).filter(
    ([column, spec]) => column !== "order_id" && has(reader, spec),
  );
  const id = profile.events?.order_id ?? builtInMap(reader, EVENT_HEADERS[profile.shape]).order_id;
  return map.length > 0 && id ? { order_id: id, ...Object.fromEntries(map) } : null;
}

/** The table that a file's headers tell, null where they tell none. */
export function recogniseTable(reader: TableReader, profile: Profile): TableKind | null {
  const closed: TableReader = { ...reader, openEnded: false };
  const finds = (table: TableKind): ReadonlySet<string> => {
    const map = columnMap(table, closed, profile);
    return new Set(Object.keys(map).filter((column) => has(closed, map[column])));
  };
  const events = finds("events");
  const own = ["at", "kind", "status", "received_at", "finished_at", "outcome", "event_id", "to_unit", "due_at"];
  if (events.has("order_id") && own.some((column) => events.has(column))) return "events";
  if (finds("orders").has("order_id")) return "orders";
  if (finds("units").has("code")) return "units";
  const competence = finds("competence");
  return competence.has("category") && competence.has("unit") ? "competence" : null;
}
