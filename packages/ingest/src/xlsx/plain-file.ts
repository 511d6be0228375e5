import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { readBytes, readHead } from "../readers/bytes";
import { refusals } from "../readers/refusals";
import type { ReadWatch } from "../readers/watch";

const MOST_BYTES = 2 * 1024 ** 3;
/** A workbook is packed already: packing it again makes it no smaller, unless it is a bomb. */
const MOST_TIMES = 100;

const FIRST_BYTES = 16 * 1024 ** 2;

export interface Unpacked {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly remove: () => Promise<void>;
}

/** A `.gz` unpacked to a temporary file, since a zip is read from its end; whoever asks for it removes it. */
export async function unpack(path: string, { signal }: ReadWatch = {}): Promise<Unpacked> {
  const { size } = await readHead(path);
  const sha256 = createHash("sha256");
  const folder = await mkdtemp(join(tmpdir(), "tianyan-xlsx-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  async function* counted(): AsyncGenerator<Buffer, void, undefined> {
    let count = 0;
    let packed = 0;
    const onPacked = (chunk: Buffer): void => {
      packed += chunk.length;
      sha256.update(chunk);
    };
    for await (const chunk of readBytes(path, true, { signal }, onPacked)) {
      count += chunk.length;
      // Measured by what was read so far: a bomb shows long before its end.
      const tooDense = count > MOST_TIMES * Math.min(packed, size) + FIRST_BYTES;
      if (count > MOST_BYTES || count > MOST_TIMES * size || tooDense) throw refusals.workbookBomb(path);
      yield chunk;
    }
  }
  try {
    const plain = join(folder, "book.xlsx");
    await pipeline(Readable.from(counted(), { objectMode: true }), createWriteStream(plain, { mode: 0o600 }));
    return { path: plain, sha256: sha256.digest("hex"), bytes: size, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
