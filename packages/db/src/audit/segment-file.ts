import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { ChainRow, Head } from "./chain";

const FORMAT = "tianyan-audit-segment/1";

/** First line of a segment: NDJSON, gzipped; the entries follow, `{"seq","prev","hash","payload"}` each. */
export interface SegmentHead {
  readonly from: number;
  readonly to: number;
  /** Hash of the entry before the first. */
  readonly prev: string;
}

/** A file that is no segment of ours, or holds something that is none. */
export class UnusableSegment extends Error {}

/** Writes the entries and answers with the hash of the file, which is on the disk by then. */
export async function writeSegment(path: string, head: SegmentHead, rows: AsyncIterable<ChainRow>): Promise<string> {
  async function* lines(): AsyncIterable<string> {
    yield `${JSON.stringify({ format: FORMAT, ...head })}\n`;
    for await (const { seq, prev, hash, payload } of rows) yield `${JSON.stringify({ seq, prev, hash, payload })}\n`;
  }
  const sha256 = createHash("sha256");
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        sha256.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  const file = await open(path, "r");
  await file.sync();
  await file.close();
  return sha256.digest("hex");
}

export async function fileSha256(path: string): Promise<string> {
  const sha256 = createHash("sha256");
  for await (const chunk of createReadStream(path)) sha256.update(chunk as Buffer);
  return sha256.digest("hex");
}

async function* linesOf(path: string): AsyncIterable<unknown> {
  const input = createReadStream(path);
  const unpacked = input.pipe(createGunzip());
  input.on("error", (error) => unpacked.destroy(error));
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line) as unknown;
  } catch (error) {
    throw new UnusableSegment("not a segment, or a damaged one", { cause: error });
  } finally {
    input.destroy();
  }
}

const isHead = (line: unknown): line is SegmentHead =>
  typeof line === "object" &&
  line !== null &&
  "format" in line &&
  line.format === FORMAT &&
  "from" in line &&
  typeof line.from === "number" &&
  "to" in line &&
  typeof line.to === "number" &&
  "prev" in line &&
  typeof line.prev === "string";

/** Throws an UnusableSegment. */
export async function readSegmentHead(path: string): Promise<SegmentHead> {
  for await (const line of linesOf(path)) {
    if (isHead(line)) return { from: line.from, to: line.to, prev: line.prev };
    break;
  }
  throw new UnusableSegment("not a segment");
}

/** Entries of a segment, in the order of the file. Throws an UnusableSegment where it is damaged. */
export async function* segmentRows(path: string): AsyncIterable<ChainRow> {
  let first = true;
  for await (const line of linesOf(path)) {
    if (!first) yield line as Head & { readonly prev: string; readonly payload: string };
    first = false;
  }
}
