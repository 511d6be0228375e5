import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { refusals } from "../readers/refusals";
import { openPlain, plainStream } from "../sealed/open-plain";
import type { ZipEntry } from "./zip-directory";

const CHUNK = 64 * 1024;
const LOCAL = 0x04034b50;

/** Where the bytes of an entry begin: its local header has a name and an extra field of its own. */
async function startOf(path: string, entry: ZipEntry): Promise<number> {
  const file = await openPlain(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(30), 0, 30, entry.offset);
    if (bytesRead < 30 || buffer.readUInt32LE(0) !== LOCAL) throw refusals.damagedWorkbook(path);
    return entry.offset + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

/** Told of bytes as they lie in the zip. */
export type OnPacked = (count: number) => void;

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("Z_");

/**
 * The unpacked bytes of an entry. They are counted: an entry that brings more than the directory says is refused at the first byte too
 * many, so that a directory that lies costs no more than an honest one.
 */
export async function* readEntry(
  path: string,
  entry: ZipEntry,
  onPacked?: OnPacked,
): AsyncGenerator<Buffer, void, undefined> {
  if (entry.encrypted) throw refusals.encryptedWorkbook(path);
  if (entry.method !== 0 && entry.method !== 8) throw refusals.damagedWorkbook(path);
  if (entry.packed === 0) return;
  const start = await startOf(path, entry);
  const packed = await plainStream(path, { start, end: start + entry.packed - 1 });
  async function* told(): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of packed) {
      onPacked?.((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  }
  const bytes = entry.method === 8 ? pipeline(told(), createInflateRaw({ chunkSize: CHUNK }), () => {}) : told();
  let count = 0;
  let crc = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      count += chunk.length;
      if (count > entry.unpacked) throw refusals.workbookBomb(path);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? refusals.damagedWorkbook(path) : error;
  } finally {
    packed.destroy();
  }
  if (count !== entry.unpacked || crc !== entry.crc) throw refusals.damagedWorkbook(path);
}
