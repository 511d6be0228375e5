import { type ChainRow, columnsOf, type Head, sealOf } from "./chain";

/**
 * altered: what an entry says, or its seal, was changed · missing: entries were taken out · reordered: an entry stands at the place of another ·
 * cut: the newest are gone · rewritten: the chain holds, but is another than the one whose head was exported · head: the head of the chain
 * was changed · segment: an archived file, or what the database keeps of it, was changed.
 */
export const AUDIT_WRONGS = ["altered", "missing", "reordered", "cut", "rewritten", "head", "segment"] as const;
export type WrongKind = (typeof AUDIT_WRONGS)[number];

/** The first place that is not as it was written: entries `seq` to `to`. */
export interface Wrong {
  readonly kind: WrongKind;
  readonly seq: number;
  readonly to: number;
}

const wrong = (kind: WrongKind, seq: number, to = seq): Wrong => ({ kind, seq, to });

/** Goes along a chain, entry by entry. Each step answers with what is wrong, or null. */
export interface Walk {
  step(row: ChainRow): Wrong | null;
  /** Where it stands. */
  readonly at: Head;
  /** An entry that does not fit its place: it may belong elsewhere. */
  readonly suspect: ChainRow | null;
  /** Goes over entries that are not there to be read; `to` is the last of them. */
  skip(to: Head): Wrong | null;
  /** Exported heads of entries that were gone over. */
  readonly unmet: readonly Head[];
  /** Exported heads of entries that did not come yet. */
  readonly ahead: readonly Head[];
}

/** `heads` were exported when the chain was shorter; they are compared on the way. */
export function createWalk(start: Head, heads: readonly Head[] = []): Walk {
  let at = start;
  let first = true;
  let suspect: ChainRow | null = null;
  let matched = 0;
  const unmet: Head[] = [];
  const waiting = [...heads].sort((a, b) => a.seq - b.seq);

  function compareHeads(): Wrong | null {
    while (waiting[0] && waiting[0].seq <= at.seq) {
      const [head] = waiting.splice(0, 1);
      if (!head || head.seq < at.seq) continue;
      if (head.hash !== at.hash) return wrong("rewritten", matched + 1, head.seq);
      matched = head.seq;
    }
    return null;
  }

  function check(row: ChainRow): Wrong | null {
    if (row.seq <= at.seq) return wrong("altered", row.seq);
    if (row.seq !== at.seq + 1) return wrong("missing", at.seq + 1, row.seq - 1);
    const seal = sealOf(at.hash, row.payload);
    const said = columnsOf(row.payload);
    if (seal === row.hash && row.prev === at.hash) {
      if (said && said.seq !== row.seq) return wrong("reordered", row.seq);
      return said && (row.columns ?? said.columns) === said.columns ? null : wrong("altered", row.seq);
    }
    if (seal === row.hash) return wrong("altered", row.seq);
    suspect = row;
    // Whole in itself, it follows another: the one before it was written anew, with a seal of its own.
    const whole = row.prev !== at.hash && sealOf(row.prev, row.payload) === row.hash;
    return wrong("altered", whole && !first && at.seq > matched ? at.seq : row.seq);
  }

  return {
    step(row) {
      const found = check(row);
      if (found) return found;
      at = { seq: row.seq, hash: row.hash };
      first = false;
      return compareHeads();
    },
    get at() {
      return at;
    },
    get suspect() {
      return suspect;
    },
    skip(to) {
      while (waiting[0] && waiting[0].seq < to.seq) unmet.push(...waiting.splice(0, 1));
      at = to;
      first = true;
      return compareHeads();
    },
    unmet,
    ahead: waiting,
  };
}
