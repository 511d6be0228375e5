import type { Tally } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";
import { keyRows, type OrderKey } from "./keys";

export interface TallyRow extends OrderKey {
  readonly tally: Tally;
}

/** As the columns hold it; instants as ISO texts, `infinity` for no end. */
interface Columns {
  readonly legs: readonly string[];
  readonly transfers: readonly string[];
  readonly returns: readonly string[];
  readonly rejected_returns: readonly string[];
  readonly extensions: readonly string[];
  readonly reopenings: readonly string[];
  readonly rated: readonly string[];
  readonly ratings: readonly string[];
  readonly due: readonly string[];
  readonly due_set: readonly string[];
  readonly due_until: readonly string[];
}

const iso = (at: number | null): string => (at === null ? "infinity" : new Date(at).toISOString());
const all = (instants: readonly number[]): readonly string[] => instants.map(iso);

function columnsOf({ ratings, dues, ...counted }: Tally): Columns {
  const { legs, transfers, returns, rejected_returns, extensions, reopenings } = counted;
  return {
    legs: all(legs),
    transfers: all(transfers),
    returns: all(returns),
    rejected_returns: all(rejected_returns),
    extensions: all(extensions),
    reopenings: all(reopenings),
    rated: ratings.map(({ at }) => iso(at)),
    ratings: ratings.map(({ said }) => said),
    due: dues.map(({ due }) => iso(due)),
    due_set: dues.map(({ from }) => iso(from)),
    due_until: dues.map(({ until }) => iso(until)),
  };
}

/** Equal texts for equal tallies. */
export const tallyText = (tally: Tally): string => JSON.stringify(columnsOf(tally));

/** Of an order of which nothing is counted, which needs no row. */
export const NO_TALLY = tallyText({
  legs: [],
  transfers: [],
  returns: [],
  rejected_returns: [],
  extensions: [],
  reopenings: [],
  ratings: [],
  dues: [],
});

/** Of these orders, as `tallyText` writes them; an order without events has none. */
export async function readTallyTexts(sql: Runner, keys: readonly OrderKey[]): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ source: string; order_id: string; told: Record<keyof Columns, readonly string[]> }[]>`
    select k.source, k.order_id, to_json(t) as told
    from ${keyRows(sql, keys)} cross join lateral (
        select o.no from orders o where o.source = k.source and o.order_id = k.order_id offset 0) o
      join order_tally t on t.no = o.no`;
  const plain = (text: string): string => (text === "infinity" ? text : iso(Date.parse(text)));
  return new Map(
    rows.map(({ source, order_id, told }) => {
      const { legs, transfers, returns, rejected_returns, extensions, reopenings, rated, ratings, due, due_set } = told;
      const columns: Columns = {
        legs: legs.map(plain),
        transfers: transfers.map(plain),
        returns: returns.map(plain),
        rejected_returns: rejected_returns.map(plain),
        extensions: extensions.map(plain),
        reopenings: reopenings.map(plain),
        rated: rated.map(plain),
        ratings,
        due: due.map(plain),
        due_set: due_set.map(plain),
        due_until: told.due_until.map(plain),
      };
      return [`${source}\u0000${order_id}`, JSON.stringify(columns)];
    }),
  );
}

/** When the first order of all that are in sight was accepted; null: none was. */
export async function firstAcceptance(sql: Runner): Promise<number | null> {
  const [row] = await sql<{ at: number | null }[]>`
    select min(accepted_at) as at from order_face where accepted_at > '-infinity'`;
  return row?.at ?? null;
}

/** Puts these in the place of what is there of the same orders. */
export async function writeTallies(tx: Transaction, tallies: readonly TallyRow[]): Promise<void> {
  if (tallies.length === 0) return;
  const rows = tallies.map(({ source, orderId, tally }) => ({ source, order_id: orderId, ...columnsOf(tally) }));
  await tx`
    insert into order_tally (no, legs, transfers, returns, rejected_returns, extensions, reopenings, rated, ratings, due,
      due_set, due_until)
    select o.no, r.legs, r.transfers, r.returns, r.rejected_returns, r.extensions, r.reopenings, r.rated, r.ratings, r.due,
      r.due_set, r.due_until
    from json_to_recordset(${jsonText(rows)}::text::json) as r(source text, order_id text, legs timestamptz[],
        transfers timestamptz[], returns timestamptz[], rejected_returns timestamptz[], extensions timestamptz[],
        reopenings timestamptz[], rated timestamptz[], ratings text[], due timestamptz[], due_set timestamptz[],
        due_until timestamptz[])
      join orders o on o.source = r.source and o.order_id = r.order_id
    on conflict (no) do update set legs = excluded.legs, transfers = excluded.transfers, returns = excluded.returns,
      rejected_returns = excluded.rejected_returns, extensions = excluded.extensions, reopenings = excluded.reopenings,
      rated = excluded.rated, ratings = excluded.ratings, due = excluded.due, due_set = excluded.due_set,
      due_until = excluded.due_until`;
}
