import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { instant } from "@tianyan/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  CANONICAL_PROFILE,
  openPlain,
  plainStream,
  readTables,
  sealBytes,
  useFileKeys,
  writeWorkbook,
} from "../src/index";

const KEY = { id: "0a1b2c3d", key: randomBytes(32) };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tianyan-sealed-"));
  useFileKeys((id) => (id === KEY.id ? KEY.key : null));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const gathered = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};

async function sealed(name: string, plain: Buffer, chunk = 10_000): Promise<string> {
  const chunks = function* () {
    for (let at = 0; at < plain.length; at += chunk) yield plain.subarray(at, at + chunk);
  };
  const path = join(folder, name);
  await writeFile(path, await gathered(sealBytes(KEY, chunks())));
  return path;
}

const SIZES = [1, 100, 65_535, 65_536, 65_537, 131_072, 400_000];

test.each(SIZES)(
  "a sealed file of %i bytes is read back, whole and in parts, and tells nothing as it lies there",
  async (size) => {
    const plain = Buffer.from("电话13812345678；".repeat(size)).subarray(0, size);
    const path = await sealed(`whole-${size}`, plain);
    expect(await gathered(await plainStream(path))).toEqual(plain);
    const [from, to] = [Math.floor(size / 3), Math.floor(size / 2)];
    expect(await gathered(await plainStream(path, { start: from, end: to }))).toEqual(plain.subarray(from, to + 1));
    const file = await openPlain(path);
    expect(file.size).toBe(size);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size + 10), 0, size + 10, 0);
    expect(buffer.subarray(0, bytesRead)).toEqual(plain);
    await file.close();
    expect((await readFile(path)).includes("13812345678")).toBe(false);
  },
);

test("what was changed, cut off or sealed by another key is refused", async () => {
  const plain = randomBytes(200_000);
  const path = await sealed("changed", plain);
  const bytes = await readFile(path);
  const read = async (changed: Buffer) => {
    await writeFile(path, changed);
    return gathered(await plainStream(path));
  };
  for (const at of [30, 70_000, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(read(changed)).rejects.toThrow();
  }
  await expect(read(bytes.subarray(0, 24 + 2 * 65_552))).rejects.toThrow();
  await expect(read(bytes.subarray(0, bytes.length - 5))).rejects.toThrow();
  const other = Buffer.from(bytes);
  other.write("ffffffff", 8);
  await expect(read(other)).rejects.toThrow();
});

test("every kind of file is read alike, sealed or not", async () => {
  const rows = ["order_id,at,kind", "A,2026-01-02 09:00:00,受理", "A,2026-01-03 09:00:00,办结"];
  const csv = Buffer.from(rows.join("\n"));
  const ndjson = Buffer.from(`${JSON.stringify({ order_id: "A", at: "2026-01-02", kind: "受理" })}\n`.repeat(2));
  const [columns = "", ...cells] = rows;
  const sheet = { name: "流转", columns: columns.split(","), rows: cells.map((row) => row.split(",")) };
  const workbook = await gathered(writeWorkbook([sheet]));
  const kinds = {
    "a.csv": csv,
    "a.csv.gz": gzipSync(csv),
    "a.ndjson": ndjson,
    "a.xlsx": workbook,
    "a.xlsx.gz": gzipSync(workbook),
  };
  const options = {
    profile: CANONICAL_PROFILE,
    zone: "Asia/Shanghai",
    now: instant(Date.parse("2026-11-21T00:00:00Z")),
  };
  for (const [name, plain] of Object.entries(kinds)) {
    const path = join(folder, `plain-${name}`);
    await writeFile(path, plain);
    const read = async (file: string) => {
      const found: unknown[] = [];
      for await (const { file: told, rows: read } of readTables({ ...options, files: [file] }))
        found.push({ ...told, path: "" }, ...read);
      return found;
    };
    const here = await read(path);
    expect(here.length, name).toBeGreaterThan(2);
    expect(await read(await sealed(name, plain)), name).toEqual(here);
  }
});
