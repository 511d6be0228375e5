import type { Database, Transaction } from "../connect";
import { type ChainRow, GENESIS, type Head } from "./chain";
import { diagnose } from "./diagnose";
import { entryRows, readHead, readSegments, type Segment } from "./rows";
import { fileSha256, readSegmentHead, segmentRows } from "./segment-file";
import { createWalk, type Walk, type Wrong } from "./walk";

export interface VerifyRequest {
  /** Exported earlier: the chain must go through them. */
  readonly heads?: readonly Head[] | undefined;
  /** Paths of archived segments: their entries are verified too. */
  readonly segments?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Verified {
  /** Null: everything is as it was written. */
  readonly wrong: Wrong | null;
  /** How many entries were read, those of segments included. */
  readonly entries: number;
  /** Where the chain ends. */
  readonly head: Head;
  /** Segments whose file was not given: only their ends were verified. */
  readonly unread: readonly Segment[];
  /** Heads of entries that are in such a segment. */
  readonly unmet: readonly Head[];
}

/** Follows the whole chain as it stands at one moment, beside whoever appends to it. Throws an UnusableSegment for a file that is none. */
export const verifyAudit = (db: Pick<Database, "sql">, request: VerifyRequest = {}): Promise<Verified> =>
  db.sql.begin("isolation level repeatable read read only", (tx) => verifyIn(tx, request)) as Promise<Verified>;

const TELL_EVERY = 10_000;

/** The same, in a transaction that sees one moment. */
export async function verifyIn(
  tx: Transaction,
  { heads, segments = [], signal, onProgress }: VerifyRequest = {},
): Promise<Verified> {
  const head = await readHead(tx);
  const kept = await readSegments(tx);
  const files = await filesByPlace(segments);
  const walk = createWalk({ seq: 0, hash: GENESIS }, heads);
  const unread: Segment[] = [];
  let entries = 0;
  const total = head?.seq ?? 0;

  async function follow(rows: AsyncIterable<ChainRow>, again: () => AsyncIterable<ChainRow>): Promise<Wrong | null> {
    let found: Wrong | null = null;
    for await (const row of rows) {
      entries += 1;
      if (entries % TELL_EVERY === 0) {
        signal?.throwIfAborted();
        onProgress?.(entries, total);
      }
      found = walk.step(row);
      if (found) break;
    }
    return found && diagnose(found, walk, again);
  }
  const ends = (wrong: Wrong | null): Verified => ({ wrong, entries, head: walk.at, unread, unmet: walk.unmet });

  for (const segment of kept) {
    const path = files.get(segment.from);
    files.delete(segment.from);
    if (segment.from !== walk.at.seq + 1 || segment.prev !== walk.at.hash)
      return ends({ kind: "segment", seq: walk.at.seq + 1, to: segment.to });
    if (path === undefined) {
      unread.push(segment);
      const found = walk.skip({ seq: segment.to, hash: segment.hash });
      if (found) return ends(found);
      continue;
    }
    const found = await follow(segmentRows(path), () => segmentRows(path));
    if (found) return ends(found);
    if (walk.at.seq !== segment.to || walk.at.hash !== segment.hash) return ends(ofSegment(walk, segment));
    if ((await fileSha256(path)) !== segment.fileSha256)
      return ends({ kind: "segment", seq: segment.from, to: segment.to });
  }
  const [stray] = files.keys();
  if (stray !== undefined) return ends({ kind: "segment", seq: stray, to: stray });
  const found = await follow(entryRows(tx), () => entryRows(tx));
  return ends(found ?? endOf(walk, head));
}

/** A file that ends before its time, or elsewhere. */
const ofSegment = (walk: Walk, segment: Segment): Wrong =>
  walk.at.seq < segment.to
    ? { kind: "cut", seq: walk.at.seq + 1, to: segment.to }
    : { kind: "segment", seq: segment.to, to: segment.to };

function endOf(walk: Walk, head: Head | null): Wrong | null {
  const { at } = walk;
  const last = walk.ahead.at(-1);
  const known = Math.max(head?.seq ?? 0, last?.seq ?? 0);
  if (known > at.seq) return { kind: "cut", seq: at.seq + 1, to: known };
  if (head === null || head.seq < at.seq) return { kind: "head", seq: (head?.seq ?? 0) + 1, to: at.seq };
  return head.hash === at.hash ? null : { kind: "altered", seq: at.seq, to: at.seq };
}

async function filesByPlace(paths: readonly string[]): Promise<Map<number, string>> {
  const files = new Map<number, string>();
  for (const path of paths) files.set((await readSegmentHead(path)).from, path);
  return files;
}
