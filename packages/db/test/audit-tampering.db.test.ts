import { afterAll, beforeAll, expect, test } from "vitest";
import { sealOf } from "../src/audit/chain";
import { type Verified, verifyIn } from "../src/audit/verify";
import type { WrongKind } from "../src/audit/walk";
import { type AuditHead, migrate, readAuditHead, type Transaction } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";
import { appendOne, createRandom } from "./support/trail";
import { trustCount, trustFigure } from "./support/trust";

const LENGTH = 120;
const TIMES = trustCount(150, 1_000);
/** A head is exported every so many entries. */
const EXPORTED = 20;

let database: TestDatabase;
const exported: AuditHead[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database.db;
  await migrate(sql);
  for (let n = 1; n <= LENGTH; n++) {
    await sql.begin((tx) => appendOne(tx, n));
    if (n % EXPORTED === 0) exported.push((await sql.begin((tx) => readAuditHead(tx))) ?? { seq: 0, hash: "" });
  }
});
afterAll(() => database.drop());

interface Tampering {
  readonly name: string;
  /** What is to be found. Rows `n` < `m`, both within the chain. */
  readonly found: (n: number, m: number) => { readonly kind: WrongKind; readonly seq: number };
  readonly act: (tx: Transaction, n: number, m: number) => Promise<unknown>;
  /** Known only by a head that was exported. */
  readonly byHead?: boolean;
}

const at = (kind: WrongKind) => (n: number) => ({ kind, seq: n });

/** Seals anew from `n` on, so that the chain holds; the head too. */
async function sealAnew(tx: Transaction, n: number, to = LENGTH): Promise<void> {
  const rows = await tx<{ seq: string; payload: string; prev: string; hash: string }[]>`
    select seq, payload, prev, hash from audit_entry where seq between ${n - 1} and ${to} order by seq`;
  let prev = n === 1 ? "0".repeat(64) : (rows[0]?.hash ?? "");
  for (const { seq, payload } of rows.filter((row) => Number(row.seq) >= n)) {
    const hash = sealOf(prev, payload);
    await tx`update audit_entry set prev = ${prev}, hash = ${hash} where seq = ${seq}::bigint`;
    prev = hash;
  }
  if (to === LENGTH) await tx`update audit_head set hash = ${prev}`;
}

const setPayload = (tx: Transaction, n: number, path: string, value: unknown) =>
  tx`update audit_entry set payload = jsonb_set(payload::jsonb, ${path}::text[], ${JSON.stringify(value)}::text::jsonb)::text
    where seq = ${n}`;

const TAMPERINGS: readonly Tampering[] = [
  { name: "another action", found: at("altered"), act: (tx, n) => setPayload(tx, n, "{action}", "session.closed") },
  { name: "another person", found: at("altered"), act: (tx, n) => setPayload(tx, n, "{name}", "李四") },
  { name: "another time", found: at("altered"), act: (tx, n) => setPayload(tx, n, "{at}", 1_700_000_000_000) },
  { name: "another value", found: at("altered"), act: (tx, n) => setPayload(tx, n, "{after,nested,seq}", 0) },
  {
    name: "a blank",
    found: at("altered"),
    act: (tx, n) => tx`update audit_entry set payload = payload || ' ' where seq = ${n}`,
  },
  {
    name: "another entry with a seal of its own",
    found: at("altered"),
    async act(tx, n) {
      await setPayload(tx, n, "{outcome}", "denied");
      await setPayload(tx, n, "{name}", "李四");
      await sealAnew(tx, n, n);
    },
  },
  {
    name: "another seal",
    found: at("altered"),
    act: (tx, n) => tx`update audit_entry set hash = md5(hash) || md5(prev) where seq = ${n}`,
  },
  {
    name: "another predecessor",
    found: at("altered"),
    act: (tx, n) => tx`update audit_entry set prev = md5(hash) || md5(prev) where seq = ${n}`,
  },
  {
    name: "a searchable column",
    found: at("altered"),
    async act(tx, n) {
      await tx`alter table audit_entry alter column name drop expression`;
      await tx`update audit_entry set name = '李四' where seq = ${n}`;
    },
  },
  { name: "one entry out", found: at("missing"), act: (tx, n) => tx`delete from audit_entry where seq = ${n}` },
  {
    name: "many entries out",
    found: at("missing"),
    act: (tx, n, m) => tx`delete from audit_entry where seq between ${n} and ${m - 1}`,
  },
  {
    name: "the first entries out",
    found: () => ({ kind: "missing", seq: 1 }),
    act: (tx, n) => tx`delete from audit_entry where seq <= ${n}`,
  },
  {
    name: "an entry out, and the others moved up",
    found: at("reordered"),
    async act(tx, n) {
      await tx`delete from audit_entry where seq = ${n}`;
      await tx`update audit_entry
        set payload = jsonb_set(payload::jsonb, '{seq}', to_jsonb(seq - 1))::text where seq > ${n}`;
    },
  },
  {
    name: "two entries in each other's place",
    found: at("reordered"),
    act: (tx, n, m) => tx`
      update audit_entry e set payload = jsonb_set(o.payload::jsonb, '{seq}', to_jsonb(e.seq))::text, prev = o.prev, hash = o.hash
      from audit_entry o where (e.seq, o.seq) in ((${n}::int, ${m}::int), (${m}::int, ${n}::int))`,
  },
  {
    name: "what two entries say exchanged",
    found: at("reordered"),
    act: (tx, n, m) => tx`
      update audit_entry e set payload = jsonb_set(o.payload::jsonb, '{seq}', to_jsonb(e.seq))::text
      from audit_entry o where (e.seq, o.seq) in ((${n}::int, ${m}::int), (${m}::int, ${n}::int))`,
  },
  {
    name: "two seals exchanged",
    found: at("reordered"),
    act: (tx, n, m) => tx`
      update audit_entry e set prev = o.prev, hash = o.hash
      from audit_entry o where (e.seq, o.seq) in ((${n}::int, ${m}::int), (${m}::int, ${n}::int))`,
  },
  {
    name: "an entry moved to the end",
    found: at("reordered"),
    act: (tx, n) => tx`
      update audit_entry set payload = jsonb_set(payload::jsonb, '{seq}', ${LENGTH + 1}::text::jsonb)::text where seq = ${n}`,
  },
  { name: "the newest out", found: at("cut"), act: (tx, n) => tx`delete from audit_entry where seq >= ${n}` },
  {
    name: "the newest out, and the head moved back",
    found: at("cut"),
    byHead: true,
    async act(tx, n) {
      await tx`delete from audit_entry where seq >= ${n}`;
      await tx`update audit_head set seq = ${n - 1}, hash = (select hash from audit_entry where seq = ${n - 1})`;
    },
  },
  {
    name: "the head moved back",
    found: at("head"),
    act: (tx, n) =>
      tx`update audit_head set seq = ${n - 1}, hash = (select hash from audit_entry where seq = ${n - 1})`,
  },
  {
    name: "everything sealed anew",
    found: at("rewritten"),
    byHead: true,
    async act(tx, n) {
      await setPayload(tx, n, "{name}", "李四");
      await sealAnew(tx, n);
    },
  },
];

class Undo extends Error {}

/** Tampers as the owner would, verifies, and takes it back. */
async function verifiedAfter(tampering: Tampering, n: number, m: number): Promise<Verified | null> {
  let verified: Verified | null = null;
  await database.db.sql
    .begin(async (tx) => {
      await tx`alter table audit_entry disable trigger user`;
      await tx`alter table audit_entry drop constraint audit_entry_prev_key`;
      await tx`alter table audit_entry drop constraint audit_entry_pkey`;
      await tampering.act(tx, n, m);
      verified = await verifyIn(tx, { heads: tampering.byHead ? exported : [] });
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return verified;
}

test("nothing is wrong with a chain that nobody touched", async () => {
  const verified = await database.db.sql.begin((tx) => verifyIn(tx, { heads: exported }));
  expect(verified).toMatchObject({ wrong: null, entries: LENGTH, head: { seq: LENGTH }, unread: [], unmet: [] });
});

test(`${TIMES} edits, deletions, reorderings and cut tails are found, each at its place`, {
  timeout: 600_000,
}, async () => {
  const random = createRandom(20_261_121);
  const missed: unknown[] = [];
  for (let time = 0; time < TIMES; time++) {
    const tampering = TAMPERINGS[time % TAMPERINGS.length];
    if (!tampering) continue;
    const n = 2 + Math.floor(random() * (LENGTH - 3));
    const m = n + 1 + Math.floor(random() * (LENGTH - n - 1));
    const verified = await verifiedAfter(tampering, n, m);
    const wanted = tampering.found(n, m);
    const wrong = verified?.wrong;
    const placed =
      tampering.name === "everything sealed anew"
        ? // The chain holds in itself: the place lies between two heads.
          wrong !== null && wrong !== undefined && wrong.seq <= n && n <= wrong.to && wrong.to - wrong.seq < EXPORTED
        : wrong?.seq === wanted.seq;
    if (wrong?.kind !== wanted.kind || !placed) missed.push({ name: tampering.name, n, m, wanted, wrong });
  }
  expect(missed).toEqual([]);
  trustFigure(
    5,
    "edits, deletions, reorderings, cut tails found at the right place",
    `${TIMES - missed.length} of ${TIMES}`,
  );
});
