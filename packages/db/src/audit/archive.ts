import { rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import type { Database, Transaction } from "../connect";
import { type ChainRow, GENESIS, type Head } from "./chain";
import { entryRows, readSegments } from "./rows";
import { writeSegment } from "./segment-file";
import { createWalk, type Wrong } from "./walk";

export interface Archivable extends Head {
  /** Number of the first entry that would go. */
  readonly from: number;
  /** Hash of the entry before it. */
  readonly prev: string;
}

/** The entries before `before`, from the oldest on without a gap; null: there are none. */
export async function archivable(tx: Transaction, before: number): Promise<Archivable | null> {
  const last = (await readSegments(tx)).at(-1);
  const from = (last?.to ?? 0) + 1;
  const [row] = await tx<{ seq: string; hash: string }[]>`
    select seq, hash from audit_entry
    where seq < coalesce((select min(seq) from audit_entry where at >= ${before}::timestamptz), 9223372036854775807)
    order by seq desc limit 1`;
  return row ? { from, prev: last?.hash ?? GENESIS, seq: Number(row.seq), hash: row.hash } : null;
}

/** The chain does not hold: nothing of it is taken out. */
export class BrokenChain extends Error {
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(`entry ${wrong.seq}: ${wrong.kind}`);
    this.wrong = wrong;
  }
}

/**
 * Writes the entries into a file, verified, and takes them out of the table in one transaction, which `record` ends. As the owner. Throws
 * a BrokenChain.
 */
export async function archiveAudit(
  owner: Pick<Database, "sql">,
  part: Archivable,
  path: string,
  record: (tx: Transaction, fileSha256: string) => Promise<void>,
): Promise<string> {
  const unfinished = `${path}.part`;
  try {
    const sha256 = (await owner.sql.begin("isolation level repeatable read read only", (tx) =>
      writeSegment(unfinished, { from: part.from, to: part.seq, prev: part.prev }, verified(tx, part)),
    )) as string;
    await rename(unfinished, path);
    await owner.sql.begin(async (tx) => {
      await tx`select audit_archive(${part.from}, ${part.seq}, ${basename(path)}, ${sha256})`;
      await record(tx, sha256);
    });
    return sha256;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function* verified(tx: Transaction, part: Archivable): AsyncIterable<ChainRow> {
  const walk = createWalk({ seq: part.from - 1, hash: part.prev }, [part]);
  for await (const row of entryRows(tx, part.seq)) {
    const wrong = walk.step(row);
    if (wrong) throw new BrokenChain(wrong);
    yield row;
  }
}
