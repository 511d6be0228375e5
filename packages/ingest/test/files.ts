import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Instant, instant } from "@tianyan/core";
import { afterAll } from "vitest";
import {
  CANONICAL_PROFILE,
  type MappedRow,
  openTable,
  type Profile,
  parseProfile,
  Refusal,
  type Reject,
  type TableBatch,
  type TableKind,
} from "../src/index";

/** A folder of the test file's own, removed at its end. */
export function testFolder(): {
  readonly folder: string;
  readonly write: (name: string, content: string | Buffer) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), "ingest-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** When imports happen in tests. */
export const NOW: Instant = instant(Date.UTC(2026, 5, 1));

export interface Read {
  readonly rows: readonly MappedRow[];
  readonly rejects: readonly Reject[];
  readonly batches: readonly TableBatch[];
}

/** All of one table file. */
export async function readAll(
  path: string,
  profile: Profile = CANONICAL_PROFILE,
  table: TableKind = "events",
): Promise<Read> {
  const opened = await openTable(path, profile, table);
  const batches: TableBatch[] = [];
  for await (const batch of opened.read({ zone: "Asia/Shanghai", now: NOW })) batches.push(batch);
  return {
    rows: batches.flatMap((batch) => (batch.table === "events" ? batch.rows : [])),
    rejects: batches.flatMap((batch) => batch.rejects),
    batches,
  };
}

/** The code with which a file is refused whole, with its words; null where it is read. */
export async function refusalOf(path: string, profile?: Profile, table?: TableKind): Promise<Refusal | null> {
  try {
    await readAll(path, profile, table);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

export const profileOf = (doc: Readonly<Record<string, unknown>>): Profile =>
  parseProfile({ source: "s", ...doc }, "profile");

export const gzip = (text: string | Buffer): Buffer => gzipSync(text);

/** GB18030 bytes of Han texts, by asking the decoder about every two-byte code. */
export function toGb18030(text: string): Buffer {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table().get(char) ?? [0x3f]));
  }
  return Buffer.from(bytes);
}

let codes: ReadonlyMap<string, readonly number[]> | null = null;

function table(): ReadonlyMap<string, readonly number[]> {
  if (codes) return codes;
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  codes = found;
  return found;
}
