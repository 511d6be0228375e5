import { isEventKind, readKind } from "@tianyan/core";
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
const OF_EVENTS = ["at", "kind", "status", "received_at", "finished_at", "outcome", "event_id", "to_unit"];

/** What the sample says of a column, where the file has both. */
function inSample(reader: TableReader, spec: ColumnSpec | undefined): readonly string[] {
  const place = spec?.[0] === undefined ? -1 : reader.columns.indexOf(spec[0]);
  return place === -1 ? [] : reader.sample.map((row) => row[place] ?? "").filter((value) => value !== "");
}

/**
 * By the built-in headers. Orders have times and states too: a table that describes its orders is one of events where it has an instant, and
 * its orders come again or its kinds are known.
 */
function looksLikeEvents(reader: TableReader, map: ColumnMap, orders: ReadonlySet<string>): boolean {
  const described = OF_ORDERS.filter((column) => orders.has(column)).length;
  if (described < 2) return OF_EVENTS.some((column) => column in map);
  if (!map.at && !map.received_at) return false;
  const ids = inSample(reader, map.order_id);
  const kinds = inSample(reader, map.kind);
  const known = kinds.filter((word) => isEventKind(word) || readKind(word) !== null).length;
  if (ids.length === 0) return "kind" in map;
  return new Set(ids).size < ids.length || (kinds.length > 0 && known * 2 > kinds.length);
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
  const own = profile.events
    ? OF_EVENTS.some((column) => events.has(column))
    : looksLikeEvents(
        closed,
        { ...builtInMap(closed, EVENT_HEADERS.step), ...columnMap("events", closed, profile) },
        orders,
      );
  if (events.has("order_id") && own) return "events";
  if (orders.has("order_id")) return "orders";
  if (finds("units").has("code")) return "units";
  const competence = finds("competence");
  return competence.has("category") && competence.has("unit") ? "competence" : null;
}
