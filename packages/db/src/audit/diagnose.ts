import { type ChainRow, type Head, payloadAt, sealOf } from "./chain";
import type { Walk, Wrong } from "./walk";

/** Looks through all entries for one that belongs where the chain breaks, or whose place the entry there has taken. */
export async function diagnose(wrong: Wrong, walk: Walk, rows: () => AsyncIterable<ChainRow>): Promise<Wrong> {
  const { at, suspect } = walk;
  const moved =
    wrong.kind === "missing"
      ? (row: ChainRow): boolean => sealOf(at.hash, payloadAt(row.payload, at.seq + 1)) === row.hash
      : wrong.kind === "altered" && suspect && wrong.seq === suspect.seq
        ? belongs(suspect, at)
        : null;
  if (!moved) return wrong;
  for await (const row of rows())
    if (row.seq !== suspect?.seq && moved(row)) return { kind: "reordered", seq: wrong.seq, to: wrong.seq };
  return wrong;
}

/** Its seal stands at another entry, or at another place it fits that one's seal, or its own. */
function belongs(suspect: ChainRow, at: Head): (row: ChainRow) => boolean {
  const seal = sealOf(at.hash, suspect.payload);
  return (row) => {
    const there = payloadAt(suspect.payload, row.seq);
    return row.hash === seal || sealOf(row.prev, there) === row.hash || sealOf(suspect.prev, there) === suspect.hash;
  };
}
