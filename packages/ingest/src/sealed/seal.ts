import { randomBytes } from "node:crypto";
import { type FileKey, MARK, PIECE, sealPiece } from "./format";

/** The bytes of a sealed file, as those of the plain one come. */
export async function* sealBytes(
  { id, key }: FileKey,
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  const prefix = randomBytes(8);
  yield Buffer.concat([MARK, Buffer.from(id.padEnd(8).slice(0, 8), "latin1"), prefix]);
  let number = 0;
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of plain) {
    waiting.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    length += chunk.byteLength;
    if (length <= PIECE) continue;
    // The last piece is told from the others: one is always held back.
    let rest = Buffer.concat(waiting);
    for (; rest.length > PIECE; rest = rest.subarray(PIECE))
      yield sealPiece(key, prefix, number++, rest.subarray(0, PIECE), false);
    waiting = [rest];
    length = rest.length;
  }
  yield sealPiece(key, prefix, number, Buffer.concat(waiting), true);
}
