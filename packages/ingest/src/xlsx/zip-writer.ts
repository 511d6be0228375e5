import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Sizes follow the bytes; names are UTF-8. */
const FLAGS = 0x0808;
/** 1 January 1980, the first day that a zip knows: the same input makes the same bytes. */
const DATE = 0x0021;
const LARGEST = 0xffff_ffff;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

interface Count {
  crc: number;
  packed: number;
  unpacked: number;
}

export interface ZipPart {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

const header = (signature: number, version: readonly number[], rest: readonly (readonly [number, 2 | 4])[]): Buffer => {
  const fields: (readonly [number, 2 | 4])[] = [[signature, 4], ...version.map((one) => [one, 2] as const), ...rest];
  const bytes = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) bytes.writeUInt16LE(value, at);
    else bytes.writeUInt32LE(value, at);
    at += size;
  }
  return bytes;
};

async function* counted(content: ZipPart["content"], count: Count): AsyncGenerator<Buffer, void, undefined> {
  for await (const text of content) {
    const bytes = Buffer.from(text, "utf8");
    count.crc = crc32(bytes, count.crc);
    count.unpacked += bytes.length;
    yield bytes;
  }
}

async function* deflate(content: ZipPart["content"], count: Count): AsyncGenerator<Buffer, void, undefined> {
  const packer = pipeline(Readable.from(counted(content, count)), createDeflateRaw(), () => {});
  for await (const chunk of packer as AsyncIterable<Buffer>) {
    count.packed += chunk.length;
    yield chunk;
  }
}

/** A zip of parts that are written one after the other, each as it comes. The same parts make the same bytes. */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Buffer, void, undefined> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, "utf8");
    const count: Count = { crc: 0, packed: 0, unpacked: 0 };
    const local = header(
      LOCAL,
      [20, FLAGS, 8, 0, DATE],
      [
        [0, 4],
        [0, 4],
        [0, 4],
        [name.length, 2],
        [0, 2],
      ],
    );
    yield Buffer.concat([local, name]);
    yield* deflate(part.content, count);
    if (count.unpacked > LARGEST || count.packed > LARGEST) throw new RangeError("a part of over 4 GiB");
    const { crc, packed, unpacked } = count;
    yield header(
      DESCRIPTOR,
      [],
      [
        [crc, 4],
        [packed, 4],
        [unpacked, 4],
      ],
    );
    written.push({ name, crc, packed, unpacked, offset });
    offset += local.length + name.length + packed + 16;
  }
  const directory = Buffer.concat(
    written.flatMap(({ name, crc, packed, unpacked, offset: at }) => [
      header(
        ENTRY,
        [20, 20, FLAGS, 8, 0, DATE],
        [
          [crc, 4],
          [packed, 4],
          [unpacked, 4],
          [name.length, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [at, 4],
        ],
      ),
      name,
    ]),
  );
  yield directory;
  yield header(
    END,
    [0, 0, written.length, written.length],
    [
      [directory.length, 4],
      [offset, 4],
      [0, 2],
    ],
  );
}
