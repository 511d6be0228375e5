import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { openPlain, plainStream } from "../sealed/open-plain";
import { refusals } from "./refusals";
import type { ReadWatch } from "./watch";

const CHUNK = 64 * 1024;

export interface FileHead {
  readonly size: number;
  readonly bytes: Buffer;
  readonly gzip: boolean;
  /** A workbook, or some other zip. */
  readonly zip: boolean;
}

const startsWith = (bytes: Buffer, ...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

/** Of an entry, or of a zip with none. */
export const isZip = (bytes: Buffer): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);

const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "code" in error;

function readingFailed(path: string, error: unknown): unknown {
  if (!isErrno(error)) return error;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return refusals.notFound(path);
  if (error.code?.startsWith("Z_")) return refusals.damaged(path);
  return ["EACCES", "EPERM", "EISDIR", "EIO"].includes(error.code ?? "")
    ? refusals.notReadable(path, error.code ?? "")
    : error;
}

/** Size and first bytes of a regular file; refuses what can be told from those. The name tells nothing. */
export async function readHead(path: string): Promise<FileHead> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw refusals.notAFile(path);
    if (stats.size === 0) throw refusals.empty(path);
    const file = await openPlain(path);
    if (file.size === 0) throw refusals.empty(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      const bytes = buffer.subarray(0, bytesRead);
      if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refusals.oldSpreadsheet(path);
      return { size: file.size, bytes, gzip: startsWith(bytes, 0x1f, 0x8b), zip: isZip(bytes) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readingFailed(path, error);
  }
}

/** The unpacked bytes of a file; `onPacked` sees those that lie on the disk. */
export async function* readBytes(
  path: string,
  gzip: boolean,
  { onBytes, signal }: ReadWatch = {},
  onPacked?: (chunk: Buffer) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let packed = 0;
  let told = 0;
  try {
    const file = await plainStream(path);
    async function* counted(): AsyncGenerator<Buffer, void, undefined> {
      for await (const chunk of file) {
        packed += (chunk as Buffer).length;
        onPacked?.(chunk as Buffer);
        yield chunk as Buffer;
      }
    }
    const unpacked = gzip ? pipeline(counted(), createGunzip({ chunkSize: CHUNK }), () => {}) : counted();
    try {
      for await (const chunk of unpacked) {
        signal?.throwIfAborted();
        onBytes?.(packed - told);
        told = packed;
        yield chunk as Buffer;
      }
    } finally {
      file.destroy();
    }
  } catch (error) {
    throw readingFailed(path, error);
  }
}
