import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import {
  archiveAudit,
  auditArchivable,
  BrokenChain,
  type Database,
  GENESIS,
  migrate,
  readAuditHead,
  UnusableSegment,
  verifyAudit,
} from "../src/index";
import { createTestDatabase } from "./support/database";
import { appendOne, fillTrail } from "./support/trail";

const DAY = 86_400_000;
const OLD = 300;

/** A trail of `OLD` entries, one a day from 400 days ago on, and three of today. */
async function oldTrail(): Promise<{ readonly db: Database; readonly folder: string }> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "tianyan-audit-archive-"));
  onTestFinished(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const { sql } = database.db;
  await migrate(sql);
  const first = Date.now() - 400 * DAY + DAY / 2;
  await fillTrail(
    sql,
    OLD,
    `jsonb_build_object('v', 1, 'seq', n, 'at', ${first} + n * ${DAY}::bigint, 'account', null, 'name', 'system',
      'post', 'system', 'action', 'demo.loaded', 'subject', jsonb_build_object('type', 't', 'id', 'i'), 'before', null,
      'after', 'n' || n, 'outcome', 'done', 'request', '-', 'address', '')`,
  );
  for (let n = 0; n < 3; n++) await sql.begin((tx) => appendOne(tx, n));
  return { db: database.db, folder };
}

async function archived(db: Database, folder: string, daysAgo: number): Promise<string> {
  const part = await db.sql.begin((tx) => auditArchivable(tx, Date.now() - daysAgo * DAY));
  if (!part) throw new Error("nothing to archive");
  const path = join(folder, `${part.from}-${part.seq}.ndjson.gz`);
  await archiveAudit(db, part, path, async (tx) => {
    await appendOne(tx, part.seq);
  });
  return path;
}

test("what was archived leaves a trail that verifies, with its files and without them", async () => {
  const { db, folder } = await oldTrail();
  const head = (await readAuditHead(db.sql)) ?? { seq: 0, hash: "" };
  const first = await archived(db, folder, 300);
  const second = await archived(db, folder, 200);
  expect(await verifyAudit(db)).toMatchObject({ wrong: null, unread: [{ from: 1 }, { from: 100 }] });
  const whole = await verifyAudit(db, {
    segments: [second, first],
    heads: [head, { seq: 50, hash: await hashOf(first, 50) }],
  });
  expect(whole).toMatchObject({ wrong: null, entries: OLD + 5, unread: [], unmet: [] });
  const without = await verifyAudit(db, { segments: [second], heads: [{ seq: 50, hash: "x" }] });
  expect(without).toMatchObject({ wrong: null, unmet: [{ seq: 50 }] });
});

const hashOf = async (path: string, seq: number): Promise<string> => (await linesOf(path))[seq]?.hash ?? "";

async function linesOf(path: string): Promise<{ seq: number; prev: string; hash: string; payload: string }[]> {
  return gunzipSync(await readFile(path))
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("what was changed in an archived file is found at its place", async () => {
  const { db, folder } = await oldTrail();
  const path = await archived(db, folder, 300);
  const lines = await linesOf(path);
  const rewritten = async (rows: readonly unknown[]): Promise<void> =>
    writeFile(path, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join("")));
  const edited = lines.map((line) =>
    line.seq === 40 ? { ...line, payload: line.payload.replace('"n40"', '"n41"') } : line,
  );
  await rewritten(edited);
  expect((await verifyAudit(db, { segments: [path] })).wrong).toEqual({ kind: "altered", seq: 40, to: 40 });
  await rewritten(lines.filter((line) => line.seq !== 41));
  expect((await verifyAudit(db, { segments: [path] })).wrong).toEqual({ kind: "missing", seq: 41, to: 41 });
  await rewritten(lines.slice(0, -5));
  expect((await verifyAudit(db, { segments: [path] })).wrong).toEqual({ kind: "cut", seq: 95, to: 99 });
  await writeFile(path, "no segment");
  await expect(verifyAudit(db, { segments: [path] })).rejects.toBeInstanceOf(UnusableSegment);
  await expect(verifyAudit(db, { segments: [join(folder, "none")] })).rejects.toBeInstanceOf(UnusableSegment);
});

test("what the database keeps of an archived file cannot be changed unseen", async () => {
  const { db, folder } = await oldTrail();
  await archived(db, folder, 300);
  await db.sql`alter table audit_segment disable trigger user`;
  for (const change of ["hash = repeat('a', 64)", "prev = repeat('a', 64)", "to_seq = 98"]) {
    await db.sql.begin(async (tx) => {
      await tx.unsafe(`update audit_segment set ${change}`);
    });
    expect((await verifyAudit(db)).wrong, change).not.toBeNull();
    await db.sql`update audit_segment set to_seq = 99, prev = ${GENESIS},
      hash = (select prev from audit_entry where seq = 100)`;
    expect((await verifyAudit(db)).wrong).toBeNull();
  }
});

test("nothing younger than six months goes, whoever asks, and nothing of a broken chain", async () => {
  const { db, folder } = await oldTrail();
  await expect(archived(db, folder, 150)).rejects.toThrow("six months");
  expect(await db.sql`select from audit_entry`).toHaveLength(OLD + 3);
  await db.sql`alter table audit_entry disable trigger user`;
  await db.sql`update audit_entry set payload = replace(payload, '"n7"', '"n8"')`;
  await db.sql`alter table audit_entry enable trigger user`;
  const broken = await archived(db, folder, 300).catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(BrokenChain);
  expect(broken).toMatchObject({ wrong: { kind: "altered", seq: 7 } });
  expect(await db.sql`select from audit_entry`).toHaveLength(OLD + 3);
});

test("an archive whose own line cannot be written takes nothing out", async () => {
  const { db, folder } = await oldTrail();
  const part = await db.sql.begin((tx) => auditArchivable(tx, Date.now() - 300 * DAY));
  if (!part) throw new Error("nothing to archive");
  const failing = archiveAudit(db, part, join(folder, "x.gz"), () => Promise.reject(new Error("no line")));
  await expect(failing).rejects.toThrow("no line");
  expect(await db.sql`select from audit_entry`).toHaveLength(OLD + 3);
  expect(await db.sql`select from audit_segment`).toHaveLength(0);
});
