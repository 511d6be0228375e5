import { refusals } from "../readers/refusals";
import type { PlainFile } from "../sealed/open-plain";

/** One file within a zip, as the central directory says. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly encrypted: boolean;
  /** Of its local header. */
  readonly offset: number;
}

const MOST_BYTES = 2 * 1024 ** 3;
const MOST_TIMES = 100;
const MOST_ENTRIES = 10_000;
const LARGEST_DIRECTORY = 16 * 1024 * 1024;
const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;

async function readAt(file: Pick<PlainFile, "read">, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

interface End {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

async function readEnd(path: string, file: Pick<PlainFile, "read">, size: number): Promise<End> {
  const from = Math.max(0, size - 65_557);
  const tail = await readAt(file, from, size - from);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at--;
  if (at < 0) throw refusals.damagedWorkbook(path);
  const end = {
    entries: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const locator = at - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== END64_LOCATOR) return end;
  const record = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64) throw refusals.damagedWorkbook(path);
  return {
    entries: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

/** Sizes over 4 GiB stand in an extra field, in this order, each only where the short field is full. */
function wide(extra: Buffer, fields: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let place = at + 4;
    return fields.map((field) => {
      if (field !== 0xffffffff || place + 8 > extra.length) return field;
      place += 8;
      return Number(extra.readBigUInt64LE(place - 8));
    });
  }
  return fields;
}

function readEntries(path: string, directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw refusals.damagedWorkbook(path);
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const short = [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)];
    const [unpacked = 0, packed = 0, offset = 0] = wide(directory.subarray(nameEnd, extraEnd), short);
    entries.push({
      name: directory.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/"),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed,
      unpacked,
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      offset,
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The entries of a zip of `size` bytes. Throws a Refusal for one that says it unpacks to over 2 GiB or 100 times its size; whoever unpacks
 * an entry must see to it that it keeps to what is said here.
 */
export async function readDirectory(
  path: string,
  file: Pick<PlainFile, "read">,
  size: number,
): Promise<readonly ZipEntry[]> {
  const end = await readEnd(path, file, size);
  if (end.entries > MOST_ENTRIES || end.size > LARGEST_DIRECTORY) throw refusals.workbookBomb(path);
  if (end.offset + end.size > size) throw refusals.damagedWorkbook(path);
  const entries = readEntries(path, await readAt(file, end.offset, end.size), end.entries);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_BYTES || unpacked > MOST_TIMES * size) throw refusals.workbookBomb(path);
  // Entries that lie over one another unpack the same bytes again and again.
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (packed > size) throw refusals.workbookBomb(path);
  return entries;
}
