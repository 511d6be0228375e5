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

/** Columns by which an events table of the built-in profile is told from one of orders. */
const OF_ORDERS = ["title", "content", "category", "location", "citizen_key", "order_type"];
const OF_EVENTS = ["at", "kind", "status", "received_at", "finished_at", "outcome", "event_id", "to_unit", "due_at"];

/** By the built-in headers: orders have due instants and times too, so that one of them alone makes no event. */
function looksLikeEvents(events: ReadonlySet<string>, orders: ReadonlySet<string>): boolean {
  const when = events.has("at") || events.has("received_at");
  if (when && (events.has("kind") || events.has("status") || events.has("event_id"))) return true;
  const described = OF_ORDERS.filter((column) => orders.has(column)).length;
  return described < 2 && OF_EVENTS.some((column) => events.has(column));
}

/** The table that a file's headers tell, null where they tell none. */
export function recogniseTable(reader: TableReader, profile: Profile): TableKind | null {
  const closed: TableReader = { ...reader, openEnded: false };
  const finds = (table: TableKind): ReadonlySet<string> => {
    const map = columnMap(table, closed, profile);
    return new Set(Object.keys(map).filter((column) => has(closed, map[column])));
  };
  const events = finds("events");
  const orders = finds("orders");
  const stays = profile.events === null ? Object.keys(builtInMap(closed, EVENT_HEADERS.step)) : [];
  const own = profile.events
    ? OF_EVENTS.some((column) => events.has(column))
    : looksLikeEvents(new Set([...events, ...stays]), orders);
  if (events.has("order_id") && own) return "events";
  if (orders.has("order_id")) return "orders";
  if (finds("units").has("code")) return "units";
  const competence = finds("competence");
  return competence.has("category") && competence.has("unit") ? "competence" : null;
}
