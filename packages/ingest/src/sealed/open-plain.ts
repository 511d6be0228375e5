import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { refusals } from "../readers/refusals";
import { type FileKey, HEADER, MARK, openPiece, PIECE, piecesIn, plainSize, SEALED_PIECE } from "./format";

/** A file whose plain bytes can be read at any place, whether it lies there sealed or not. */
export interface PlainFile {
  /** Of the plain bytes. */
  readonly size: number;
  read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ buffer: Buffer; bytesRead: number }>;
  close(): Promise<void>;
}

type FindKey = (id: string) => Buffer | null;

let findKey: FindKey = () => null;

/** Whoever keeps the keys of sealed files says here how to find them; each thread has its own. */
export function useFileKeys(find: FindKey): void {
  findKey = find;
}

/** The key by which a file is sealed; null for a plain one. */
export async function fileKeyOf(path: string): Promise<FileKey | null> {
  const file = await open(path, "r");
  try {
    const head = await headOf(file);
    return head && { id: head.id, key: keyFor(path, head.id) };
  } finally {
    await file.close();
  }
}

interface Head {
  readonly id: string;
  readonly prefix: Buffer;
}

async function headOf(file: FileHandle): Promise<Head | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER), 0, HEADER, 0);
  if (bytesRead < HEADER || !buffer.subarray(0, MARK.length).equals(MARK)) return null;
  return { id: buffer.toString("latin1", 8, 16), prefix: buffer.subarray(16, HEADER) };
}

function keyFor(path: string, id: string): Buffer {
  const key = findKey(id);
  if (!key) throw refusals.notReadable(path, `key ${id.replace(/[^0-9a-f]/g, "?")}`);
  return key;
}

/** Opens a file for its plain bytes. Throws a Refusal where the key is not there, or, in reading, where the file was changed. */
export async function openPlain(path: string): Promise<PlainFile> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = await headOf(file);
    if (head) return sealedFile(path, file, size, head.prefix, keyFor(path, head.id));
    return {
      size,
      read: (buffer, offset, length, position) => file.read(buffer, offset, length, position),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function sealedFile(path: string, file: FileHandle, size: number, prefix: Buffer, key: Buffer): PlainFile {
  const pieces = piecesIn(size);
  const plain = plainSize(size);
  let kept: { readonly number: number; readonly bytes: Buffer } | null = null;
  async function pieceAt(number: number): Promise<Buffer> {
    if (kept?.number === number) return kept.bytes;
    const sealed = Buffer.alloc(SEALED_PIECE);
    const { bytesRead } = await file.read(sealed, 0, SEALED_PIECE, HEADER + number * SEALED_PIECE);
    const bytes = openPiece(key, prefix, number, sealed.subarray(0, bytesRead), number === pieces - 1);
    if (!bytes) throw refusals.damaged(path);
    kept = { number, bytes };
    return bytes;
  }
  return {
    size: plain,
    async read(buffer, offset, length, position) {
      let done = 0;
      while (done < length && position + done < plain) {
        const at = position + done;
        const bytes = await pieceAt(Math.floor(at / PIECE));
        const copied = bytes.copy(
          buffer,
          offset + done,
          at % PIECE,
          Math.min(bytes.length, (at % PIECE) + length - done),
        );
        if (copied === 0) break;
        done += copied;
      }
      return { buffer, bytesRead: done };
    },
    close: () => file.close(),
  };
}

/** The plain bytes of a file, or of a part of it, `end` included. */
export async function plainStream(
  path: string,
  { start = 0, end }: { readonly start?: number; readonly end?: number } = {},
): Promise<Readable> {
  if (!(await fileKeyOf(path)))
    return createReadStream(path, { start, highWaterMark: PIECE, ...(end === undefined ? {} : { end }) });
  return Readable.from(sealedBytes(path, start, end), { objectMode: false, highWaterMark: PIECE });
}

async function* sealedBytes(
  path: string,
  start: number,
  end: number | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  const file = await openPlain(path);
  try {
    const last = Math.min(file.size, end === undefined ? file.size : end + 1);
    for (let at = start; at < last; ) {
      const length = Math.min(PIECE - (at % PIECE), last - at);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}
