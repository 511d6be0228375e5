import type { Runner, Transaction } from "../connect";
import type { ChainRow, Head } from "./chain";

const AT_ONCE = 1_000;

interface EntryRow {
  readonly seq: string;
  readonly payload: string;
  readonly prev: string;
  readonly hash: string;
  readonly columns: string;
}

/** Entries of the table, all or those up to `to`, in their order, as they stand in this transaction. */
export async function* entryRows(tx: Transaction, to: number | null = null): AsyncIterable<ChainRow> {
  // The searchable columns as one text: a value more in each row costs the reader more than all the hashing.
  const rows = tx<EntryRow[]>`
    select seq, payload, prev, hash, json_build_array(seq, (extract(epoch from at) * 1000)::bigint, account, name, post,
      action, subject_type, subject_id, outcome, request, address)::text as columns
    from audit_entry ${to === null ? tx`` : tx`where seq <= ${to}`} order by seq`;
  for await (const some of rows.cursor(AT_ONCE))
    for (const { seq, payload, prev, hash, columns } of some) yield { seq: Number(seq), payload, prev, hash, columns };
}

/** Null: somebody took it away. */
export async function readHead(tx: Runner): Promise<Head | null> {
  const [row] = await tx<{ seq: string; hash: string }[]>`select seq, hash from audit_head`;
  return row ? { seq: Number(row.seq), hash: row.hash } : null;
}

/** What the database keeps of an archived file. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly prev: string;
  readonly hash: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly file: string;
  readonly fileSha256: string;
  readonly archivedAt: number;
}

export async function readSegments(tx: Runner): Promise<readonly Segment[]> {
  const rows = await tx<
    {
      from_seq: string;
      to_seq: string;
      prev: string;
      hash: string;
      first_at: number;
      last_at: number;
      file: string;
      file_sha256: string;
      archived_at: number;
    }[]
  >`select * from audit_segment order by from_seq`;
  return rows.map((row) => ({
    from: Number(row.from_seq),
    to: Number(row.to_seq),
    prev: row.prev,
    hash: row.hash,
    firstAt: row.first_at,
    lastAt: row.last_at,
    file: row.file,
    fileSha256: row.file_sha256,
    archivedAt: row.archived_at,
  }));
}
