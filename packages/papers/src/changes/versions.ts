import type { Block } from "../paper/paper";
import { type Author, type Change, type TrackedBlock, type TrackedRun, trackChanges } from "./tracked";

/** A body as somebody left it. */
export interface Version {
  readonly body: readonly Block[];
  readonly by: Author;
}

/** A piece of text, who put it in after the first version, and who took it out. */
interface Piece {
  readonly text: string;
  readonly inserted: Author | null;
  readonly deleted: Author | null;
}

interface History extends Omit<Piece, "text"> {
  readonly type: Block["type"];
  readonly level: TrackedBlock["level"];
  readonly pieces: readonly Piece[];
}

/**
 * What became of the first version, each change with who made it when; what somebody put in and somebody took out again is not told.
 * Empty where there is no version.
 */
export function trackVersions([first, ...later]: readonly Version[]): readonly TrackedBlock[] {
  if (!first) return [];
  let blocks: readonly History[] = trackChanges([], first.body, first.by).map(({ type, level, runs }) => ({
    type,
    level,
    inserted: null,
    deleted: null,
    pieces: runs.map(({ text }) => ({ text, inserted: null, deleted: null })),
  }));
  for (const { body, by } of later) blocks = changed(blocks, body, by);
  return blocks.map(({ type, level, pieces, ...fate }) => ({
    type,
    level,
    change: changeOf(fate),
    runs: runsOf(pieces),
  }));
}

const changeOf = ({ inserted, deleted }: Omit<Piece, "text">): Change =>
  deleted ? { how: "deleted", by: deleted } : inserted ? { how: "inserted", by: inserted } : null;

const runsOf = (pieces: readonly Piece[]): readonly TrackedRun[] =>
  pieces.map((piece) => ({ text: piece.text, change: changeOf(piece) }));

const standing = ({ type, level, pieces }: History): Block => {
  const text = pieces.flatMap((piece) => (piece.deleted ? [] : [piece.text])).join("");
  const spans = [{ text }];
  return type === "heading" && level !== null ? { type, level, spans } : { type: "paragraph", spans };
};

function changed(blocks: readonly History[], after: readonly Block[], by: Author): readonly History[] {
  const left = [...blocks];
  const made: History[] = [];
  const goneFirst = (): void => {
    for (let next = left[0]; next?.deleted; next = left[0]) made.push(...left.splice(0, 1));
  };
  for (const { type, level, change, runs } of trackChanges(
    blocks.filter(({ deleted }) => !deleted).map(standing),
    after,
    by,
  )) {
    if (change?.how === "inserted") {
      const pieces = runs.map(({ text }) => ({ text, inserted: by, deleted: null }));
      made.push({ type, level, inserted: by, deleted: null, pieces });
      continue;
    }
    goneFirst();
    const [block] = left.splice(0, 1);
    if (!block) continue;
    if (change === null) made.push({ ...block, pieces: rewritten(block.pieces, runs, by) });
    else if (!block.inserted) made.push({ ...block, deleted: by });
  }
  goneFirst();
  return made;
}

/** The pieces of a text after these runs were made of what stood of it. */
function rewritten(pieces: readonly Piece[], runs: readonly TrackedRun[], by: Author): readonly Piece[] {
  const left = [...pieces];
  const made: Piece[] = [];
  for (const { text, change } of runs) {
    if (change?.how === "inserted") {
      made.push({ text, inserted: by, deleted: null });
      continue;
    }
    for (let length = text.length; length > 0; ) {
      const piece = left.shift();
      if (!piece) break;
      if (piece.deleted) {
        made.push(piece);
        continue;
      }
      const taken = piece.text.slice(0, length);
      if (taken.length < piece.text.length) left.unshift({ ...piece, text: piece.text.slice(length) });
      if (change === null) made.push({ ...piece, text: taken });
      else if (!piece.inserted) made.push({ ...piece, text: taken, deleted: by });
      length -= taken.length;
    }
  }
  return [...made, ...left];
}
