import { type StagedOrder, type StagedRow, sourcesOfOrders } from "@tianyan/db";
import type { MappedRow } from "@tianyan/ingest";
import type { Appending, Incoming } from "./appending";
import type { StagedOrderCells } from "./stage";

/** Rows with the refs and positions of the whole source: numbers go on from file to file. */
function placed(appending: Appending, staged: StagedRow): MappedRow {
  const row = staged.cells as MappedRow;
  const file = appending.files[staged.file];
  if (!file) throw new Error(`no file ${staged.file}`);
  const position = file.before + (row.position < 0 ? file.last + 1 + row.position : row.position);
  return { ...row, position, ref: row.hasId ? row.ref : `#${file.before + row.row}` };
}

/** Staged rows by the source and order they belong to. */
export async function incomingOrders(
  appending: Appending,
  chunk: readonly StagedOrder[],
): Promise<readonly Incoming[]> {
  const { tx, profile } = appending;
  const nameless = chunk.filter(({ rows }) => !rows.some(({ isOrder }) => isOrder)).map(({ orderId }) => orderId);
  const known = new Map(
    (await sourcesOfOrders(tx, nameless, profile.source)).map((row) => [row.order_id, row.source] as const),
  );
  return chunk.flatMap(({ orderId, rows }) => {
    const attributes = rows.filter(({ isOrder }) => isOrder).map(({ cells }) => cells as StagedOrderCells);
    const own = attributes.filter(({ carriedAt }) => carriedAt === null);
    const sources = [...new Set((own.length > 0 ? own : attributes).map(({ order }) => order.source))];
    const events = rows.filter(({ isOrder }) => !isOrder).map((row) => placed(appending, row));
    if (sources.length === 0)
      return [{ source: known.get(orderId) ?? profile.source, orderId, attributes, rows: events }];
    // One number in two sources: the event rows name none, so they go to the first.
    return sources.map((source, index) => ({
      source,
      orderId,
      attributes: attributes.filter((cells) => cells.order.source === source || cells.carriedAt !== null),
      rows: index === 0 ? events : [],
    }));
  });
}
