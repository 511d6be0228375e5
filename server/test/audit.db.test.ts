import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import {
  AuditHeadSchema,
  AuditPageSchema,
  type Client,
  createClient,
  ExportedHeadsSchema,
  type Verification,
  VerificationSchema,
} from "@tianyan/api";
import { DAY, HOUR, type Instant } from "@tianyan/core";
import { GENESIS, sealOf } from "@tianyan/db";
import { expect, onTestFinished, test } from "vitest";
import { fillTrail } from "../../packages/db/test/support/trail";
import { createApp } from "../src/app";
import { run as audit } from "../src/cli/audit";
import { reportFailure } from "../src/cli/failure";
import { archive } from "../src/services/audit/archive";
import { exportMissing } from "../src/services/audit/head-job";
import { record } from "../src/services/audit/record";
import { createDesk } from "../src/services/desk";
import { at, type County, countyOfTest, fileOf } from "./support/county";
import { asking, personIn } from "./support/person";

async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-audit-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Watched {
  readonly county: County;
  readonly folder: string;
  readonly auditor: Client;
}

/** A trail with a few lines in it, and who reads it. */
async function watched(): Promise<Watched> {
  const county = await countyOfTest();
  const folder = await tempFolder();
  const desk = createDesk({ folder, log: (text) => console.error(text) });
  const app = createApp({
    services: county.services,
    web: "/nonexistent",
    log: (_, text) => console.error(text),
    desk,
  });
  const { headers } = await personIn(county.services, "auditor");
  const asks = asking(app, headers);
  return {
    county,
    folder,
    auditor: createClient("http://desk", async (input, init) => asks.request(String(input), init)),
  };
}

/** Adds `times` lines of one person. */
async function told({ services }: County, name: string, times: number, denied = false): Promise<void> {
  const actor = { account: `id-${name}`, name, post: "leader", requestId: `r-${name}`, address: "192.0.2.1" };
  for (let n = 0; n < times; n++)
    await services.db.sql.begin((tx) =>
      record(tx, actor, {
        action: denied ? "permission.denied" : "policy.changed",
        subject: { type: denied ? "operation" : "policy", id: String(n) },
        before: { minutes: n },
        after: { minutes: n + 1, note: "电话13812345678，身份证331023198506071236" },
        outcome: denied ? "denied" : "done",
      }),
    );
}

async function verified(auditor: Client): Promise<Verification> {
  let told = await auditor.verifyAudit();
  while (told.state === "running") {
    await wait(20);
    told = await auditor.verification();
  }
  return VerificationSchema.parse(told);
}

test("the auditor finds who did what, when and to what, page by page, and no person's number in it", async () => {
  const { county, auditor } = await watched();
  await told(county, "王芳", 5);
  await told(county, "李强", 3, true);
  const all = AuditPageSchema.parse(await auditor.audit());
  expect(all.items.map(({ seq }) => seq)).toEqual(all.items.map((_, index) => (all.items[0]?.seq ?? 0) - index));
  expect(all.items[0]).toMatchObject({ name: "李强", outcome: "denied", words: { zh: "越权访问被拒" } });
  expect(JSON.stringify(all)).not.toMatch(/13812345678|198506071236/);
  expect(all.items.at(4)?.after).toMatchObject({ note: "电话138****5678，身份证331023********1236" });

  const names = async (query: Parameters<Client["audit"]>[0]) =>
    (await auditor.audit(query)).items.map(({ name }) => name);
  expect(await names({ who: "王芳" })).toHaveLength(5);
  expect(await names({ who: "id-李强" })).toEqual(["李强", "李强", "李强"]);
  expect(await names({ action: ["permission.denied"] })).toHaveLength(3);
  expect(await names({ outcome: "denied" })).toHaveLength(3);
  expect(await names({ post: ["leader"] })).toHaveLength(8);
  expect(await names({ subject_type: "policy", subject_id: "4" })).toEqual(["王芳"]);
  expect(await names({ request: "r-王芳" })).toHaveLength(5);
  expect(await names({ from: all.items[0]?.at })).toContain("李强");
  expect(await names({ to: "2020-01-01T00:00:00Z" })).toEqual([]);

  const seen: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await auditor.audit({ limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ seq }) => seq));
    cursor = page.next_cursor;
    // What comes meanwhile moves no page.
    await told(county, "meanwhile", 1);
  }
  expect(seen).toEqual(all.items.map(({ seq }) => seq));
});

test("nobody but the auditor reads it", async () => {
  const { county } = await watched();
  const app = createApp({ services: county.services, web: "/nonexistent", log: () => undefined });
  for (const post of ["inspector", "system_admin", "security_admin"] as const) {
    const asks = asking(app, (await personIn(county.services, post)).headers);
    for (const path of [
      "/api/audit",
      "/api/audit/head",
      "/api/audit/heads",
      "/api/audit/head.svg",
      "/api/audit/verification",
    ])
      expect((await asks.request(path)).status, `${post} ${path}`).toBe(403);
    expect((await asks.request("/api/audit/verify", { method: "POST" })).status).toBe(403);
  }
});

test("the auditor verifies the chain, and is told the first wrong place in words", async () => {
  const { county, auditor } = await watched();
  await told(county, "王芳", 9);
  expect(await auditor.verification()).toMatchObject({ state: "none", wrong: null });
  expect(await verified(auditor)).toMatchObject({ state: "done", wrong: null });
  const { sql } = county.owner;
  await sql`alter table audit_entry disable trigger user`;
  await sql`update audit_entry set payload = replace(payload, '"minutes": 3', '"minutes": 9') where payload like '%"before": {"minutes": 3}%'`;
  const { wrong } = await verified(auditor);
  expect(wrong).toMatchObject({ kind: "altered", words: { zh: expect.stringMatching(/^第 \d+ 条/) } });
  const [changed] = await sql<
    { seq: string }[]
  >`select seq from audit_entry where payload like '%"before": {"minutes": 9}%'`;
  expect(wrong?.seq).toBe(Number(changed?.seq));
  expect((await auditor.audit({ action: ["audit.verified"] })).items).toHaveLength(2);
});

test("a head is exported every day, also of days on which no server ran; none is written twice, and each is held against the chain", async () => {
  const { county, folder, auditor } = await watched();
  const start = at("2026-11-21T04:00:00Z");
  const on = (now: Instant) => exportMissing({ ...county.services, now: () => now }, folder);
  const { sql } = county.owner;
  await sql`alter table audit_entry disable trigger user`;
  const moveAll = async (days: number): Promise<void> => {
    // As if these lines had been written then: sealed anew with other instants.
    const rows = await sql<{ seq: string; payload: string }[]>`select seq, payload from audit_entry order by seq`;
    await sql.begin(async (tx) => {
      let prev = GENESIS;
      for (const { seq, payload } of rows) {
        const moved = payload.replace(/"at": \d+/, `"at": ${start + days * DAY + Number(seq)}`);
        const hash = sealOf(prev, moved);
        await tx`update audit_entry set payload = ${moved}, prev = ${prev}, hash = ${hash} where seq = ${seq}::bigint`;
        prev = hash;
      }
      await tx`update audit_head set hash = ${prev}`;
    });
  };
  await told(county, "王芳", 2);
  await moveAll(-3);
  expect(await on(start)).toEqual(["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"]);
  expect(await on(start)).toEqual([]);
  await told(county, "王芳", 2);
  expect(await on((start + 2 * DAY) as Instant)).toEqual(["2026-11-22", "2026-11-23"]);
  // In the evening of that day it is the next one there.
  expect(await on((start + 2 * DAY + 13 * HOUR) as Instant)).toEqual(["2026-11-24"]);
  expect((await readdir(join(folder, "audit-heads"))).every((name) => name.endsWith(".json"))).toBe(true);

  const { heads } = ExportedHeadsSchema.parse(await auditor.auditHeads());
  expect(heads.map(({ date, holds }) => [date, holds])).toEqual(
    ["24", "23", "22", "21", "20", "19", "18"].map((day) => [`2026-11-${day}`, true]),
  );
  expect(await verified(auditor)).toMatchObject({ wrong: null, heads: 7 });
  // Everything sealed anew holds in itself: only the exported heads tell.
  await moveAll(-2);
  expect((await auditor.auditHeads()).heads.map(({ holds }) => holds)).toContain(false);
  expect((await verified(auditor)).wrong).toMatchObject({ kind: "rewritten", seq: 1 });
});

test("the head is printed with a code that says it", async () => {
  const { county, auditor, folder } = await watched();
  await told(county, "王芳", 1);
  const head = AuditHeadSchema.parse(await auditor.auditHead());
  expect(head.code).toBe(`TIANYAN-AUDIT:${head.seq}:${head.hash.toUpperCase()}`);
  expect(head).toMatchObject({ kept_from: 1, segments: [] });
  await exportMissing(county.services, folder);
  const app = createApp({
    services: county.services,
    web: "/nonexistent",
    log: () => undefined,
    desk: createDesk({ folder }),
  });
  const asks = asking(app, (await personIn(county.services, "auditor")).headers);
  for (const path of ["/api/audit/head.svg", "/api/audit/head.svg?date=2026-11-21"]) {
    const answer = await asks.request(path);
    expect(answer.headers.get("content-type")).toMatch(/^image\/svg\+xml/);
    expect(await answer.text()).toMatch(/^<svg .*<\/svg>$/s);
  }
  expect((await asks.request("/api/audit/head.svg?date=2020-01-01")).status).toBe(404);
});

/** `tianyan audit …` on the database of a county: exit code, and what it says. */
async function command(county: County, args: readonly string[], data: string) {
  const kept = {
    DATABASE_URL: process.env.DATABASE_URL,
    DATA_DIR: process.env.DATA_DIR,
    TIANYAN_KEY: process.env.TIANYAN_KEY,
  };
  Object.assign(process.env, {
    DATABASE_URL: county.owner.url,
    DATA_DIR: data,
    TIANYAN_KEY: Buffer.alloc(32, 7).toString("base64"),
  });
  const texts = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") =>
    new Writable({
      write(chunk, _, done) {
        texts[name] += String(chunk);
        done();
      },
    });
  const io = {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    language: "zh",
    signal: new AbortController().signal,
  } as const;
  try {
    const code = await audit(args, io).catch((error: unknown) => reportFailure(error, io));
    return { code, ...texts, told: texts.stdout === "" ? null : JSON.parse(texts.stdout) };
  } finally {
    for (const [name, value] of Object.entries(kept))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

test("on the command line: verified with heads and segments, in the exit codes of every command", async () => {
  const { county, folder } = await watched();
  await told(county, "王芳", 4);
  const exported = await command(county, ["export-head"], folder);
  expect(exported).toMatchObject({ code: 0, told: { format: "tianyan-audit-head/1", seq: expect.any(Number) } });
  const head = await fileOf("head.json", [exported.stdout]);
  await told(county, "王芳", 4);
  expect(await command(county, ["verify", "--head", head], folder)).toMatchObject({
    code: 0,
    told: { wrong: null, segments_unread: [], heads_unmet: [] },
    stderr: "",
  });
  const other = await fileOf("other.json", [JSON.stringify({ ...exported.told, hash: "0".repeat(64) })]);
  expect(await command(county, ["verify", "--head", other], folder)).toMatchObject({
    code: 3,
    told: { wrong: { kind: "rewritten", seq: 1, to: exported.told.seq } },
    stderr: expect.stringContaining("被整体改写"),
  });
  await county.owner.sql`alter table audit_entry disable trigger user`;
  await county.owner.sql`delete from audit_entry where seq = 3`;
  expect(await command(county, ["verify"], folder)).toMatchObject({
    code: 3,
    told: { wrong: { kind: "missing", seq: 3, to: 3 } },
    stderr: "审计记录被动过：缺少第 3 条。\n",
  });
  const noHead = await fileOf("no-head.json", ["{}"]);
  for (const args of [
    ["verify", "--head", noHead],
    ["verify", "--segment", noHead],
    ["verify", "--what"],
    [],
    ["archive"],
  ])
    expect(await command(county, args, folder), args.join(" ")).toMatchObject({ code: 2, told: null });
});

/** A day, so many days from today. */
const dayFrom = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

test("a year's entries are archived by the command, and verified with their file and without it", async () => {
  const { county, folder, auditor } = await watched();
  const { sql } = county.owner;
  await sql`alter table audit_entry disable trigger user`;
  await sql`delete from audit_entry`;
  const first = Date.now() - 400 * DAY;
  await fillTrail(
    sql,
    300,
    `jsonb_build_object('v', 1, 'seq', n, 'at', ${first} + n * ${DAY}::bigint, 'account', null, 'name', 'system',
      'post', 'system', 'action', 'demo.loaded', 'subject', jsonb_build_object('type', 't', 'id', 'i'), 'before', null,
      'after', null, 'outcome', 'done', 'request', '-', 'address', '')`,
  );
  await sql`alter table audit_entry enable trigger user`;
  const { code, told: done } = await command(county, ["archive", "--before", dayFrom(-200)], folder);
  expect(code).toBe(0);
  expect(done).toMatchObject({ from: 1, to: done.entries, file: expect.stringContaining("audit-segments") });
  expect((await command(county, ["verify"], folder)).told).toMatchObject({
    wrong: null,
    seq: 301,
    segments_unread: [expect.stringMatching(/^audit-/)],
  });
  expect(await command(county, ["verify", "--segment", done.file], folder)).toMatchObject({
    code: 0,
    told: { wrong: null, entries: 301, segments_unread: [] },
  });
  expect(await auditor.auditHead()).toMatchObject({ kept_from: done.to + 1, segments: [{ from: 1, to: done.to }] });
  expect((await auditor.audit({ action: ["audit.archived"] })).items).toMatchObject([
    { subject: { id: `1-${done.to}` }, after: { sha256: done.sha256 } },
  ]);
});

test("old entries are archived by the owner, never young ones, and the trail says so", async () => {
  const { county, folder } = await watched();
  await told(county, "王芳", 4);
  const young = await command(county, ["archive", "--before", dayFrom(-100)], folder);
  expect(young).toMatchObject({ code: 2, stderr: expect.stringContaining("至少保留 6 个月") });
  expect(await command(county, ["archive", "--before", "2020-01-01"], folder)).toMatchObject({
    code: 0,
    told: { entries: 0, file: null },
  });
  // Entries of now, asked for by somebody whose clock is a year ahead: the database itself refuses.
  const ahead = { before: dayFrom(40), folder, now: (Date.now() + 365 * DAY) as Instant };
  const asker = { account: null, name: "system", post: "system", requestId: "-", address: "" } as const;
  const actor = {
    ...asker,
    scope: { sources: null, districts: null, units: null },
    recused: [],
    session: null,
    factorAt: null,
  };
  await expect(archive(county.owner, actor, ahead)).rejects.toThrow("six months");
  expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  expect((await command(county, ["verify"], folder)).told).toMatchObject({ wrong: null });
});
