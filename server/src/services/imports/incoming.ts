import { type StagedOrder, sourcesOfOrders } from "@tianyan/db";
import type { MappedRow } from "@tianyan/ingest";
import type { Appending, Incoming } from "./appending";
import type { StagedOrderCells } from "./stage";

/** Rows with the refs and positions of the whole source: numbers go on from file to file. */
function placed(appending: Appending, { file: ordinal, cells }: StagedOrder["rows"][number]): MappedRow {
  const row = cells as MappedRow;
  const file = appending.files[ordinal];
  if (!file) throw new Error(`no file ${ordinal}`);
  const position = file.before + (row.position < 0 ? file.last + 1 + row.position : row.position);
  return { ...row, position, ref: row.hasId ? row.ref : `#${file.before + row.row}` };
}

/** What was staged by the source and order it belongs to. */
export async function incomingOrders(
  appending: Appending,
  chunk: readonly StagedOrder[],
): Promise<readonly Incoming[]> {
  const { tx, profile } = appending;
  const nameless = chunk.filter(({ attributes }) => attributes.length === 0).map(({ orderId }) => orderId);
  const found = nameless.length === 0 ? [] : await sourcesOfOrders(tx, nameless, profile.source);
  const known = new Map(found.map((row) => [row.order_id, row.source] as const));
  return chunk.flatMap((staged) => {
    const { orderId, events } = staged;
    const attributes = staged.attributes as readonly StagedOrderCells[];
    const own = attributes.filter(({ carriedAt }) => carriedAt === null);
    const sources = [...new Set((own.length > 0 ? own : attributes).map(({ order }) => order.source))];
    const rows = staged.rows.map((row) => placed(appending, row));
    if (sources.length === 0)
      return [{ source: known.get(orderId) ?? profile.source, orderId, attributes, rows, events }];
    // One number in two sources: the event rows name none, so they go to the first.
    return sources.map((source, index) => ({
      source,
      orderId,
      attributes: attributes.filter((cells) => cells.order.source === source || cells.carriedAt !== null),
      rows: index === 0 ? rows : [],
      events: index === 0 ? events : [],
    }));
  });
}
