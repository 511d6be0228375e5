import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase, verifyAudit } from "@tianyan/db";
import { expect, onTestFinished, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { prepare } from "../src/services/installation/prepare";
import { systemNow } from "../src/start/installation";
import { openServices } from "./support/county";
import { type Cluster, createCluster } from "./support/kill/cluster";
import { personIn } from "./support/person";
import { dataFolder, type Running, run } from "./support/process";

const POINTS = trustCount(8, 100);
const ROWS = 150;
const PATIENCE_MS = 60_000;

interface Site {
  readonly cluster: Cluster;
  readonly url: string;
  readonly folder: string;
  /** Headers of a data steward and of a security administrator, who were there before. */
  readonly steward: Readonly<Record<string, string>>;
  readonly security: Readonly<Record<string, string>>;
}

async function site(): Promise<Site> {
  const folder = await dataFolder();
  const cluster = await createCluster();
  onTestFinished(() => cluster.remove());
  await cluster.create("trail");
  const owner = await openDatabase(cluster.url("trail"), { connections: 2 });
  const now = systemNow();
  await prepare(owner, now);
  const { services, close } = await openServices(owner, now);
  const steward = (await personIn(services, "data_steward", { login: "steward" })).headers;
  const security = (await personIn(services, "security_admin", { login: "security" })).headers;
  await close();
  await owner.close();
  return { cluster, url: cluster.url("trail"), folder, steward, security };
}

async function serverOn({ url, folder }: Site): Promise<{ readonly process: Running; readonly address: string }> {
  // The key that sealed the second factor in this database.
  const TIANYAN_KEY = Buffer.alloc(32, 7).toString("base64");
  const process = run("server/src/main.ts", [], {
    DATABASE_URL: url,
    DATA_DIR: folder,
    DEMO: "off",
    PORT: "0",
    TIANYAN_KEY,
  });
  const [address] = await process.says(/http:\/\/127\.0\.0\.1:\d+/);
  return { process, address };
}

const mark = (): string => randomBytes(4).toString("hex");

/** One thing after the other as a person would ask; what the kill cuts off is cut off. */
async function ask(
  address: string,
  headers: Readonly<Record<string, string>>,
  method: string,
  path: string,
  body?: unknown,
) {
  const type = typeof body === "string" ? "application/octet-stream" : "application/json";
  const init = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(`${address}${path}`, {
    method,
    signal,
    headers: { ...headers, "content-type": type },
    ...init,
  });
  return (await response.json()) as {
    readonly id?: string;
    readonly state?: string;
    readonly account?: { readonly id: string };
  };
}

const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

/** Imports, undoes, people, units and profiles at once; answers when all of it is done, or cut off. */
async function work({ steward, security }: Site, address: string): Promise<void> {
  const as = (headers: Readonly<Record<string, string>>) => (method: string, path: string, body?: unknown) =>
    ask(address, headers, method, path, body);
  const [data, people] = [as(steward), as(security)];
  async function load(): Promise<string> {
    const prefix = mark();
    const lines = Array.from({ length: ROWS }, (_, n) => `${prefix}-${n},2026-11-02 09:00:00,dispatched,,单位${n % 7}`);
    const text = `order_id,at,kind,unit,to_unit\n${lines.join("\n")}\n`;
    const upload = await data("POST", "/api/uploads?name=events.csv", text);
    const { id = "" } = await data("POST", "/api/imports", { uploads: [upload.id] });
    for (;;) {
      const { state = "" } = await data("GET", `/api/imports/${id}`);
      if (!["waiting", "reading", "recording", "judging", "undoing"].includes(state)) return id;
      await sleep(30);
    }
  }
  async function appoint(): Promise<void> {
    const given = { login: `u${mark()}`, name: "赵六", appointments: [{ post: "leader" }] };
    const { account } = await people("POST", "/api/accounts", given);
    await people("POST", `/api/accounts/${account?.id}/disable`);
    await people("POST", `/api/accounts/${account?.id}/appointments`, { post: "rule_keeper" });
    await people("POST", `/api/accounts/${account?.id}/enable`);
  }
  async function register(): Promise<void> {
    const code = `U${mark()}`;
    await data("POST", "/api/registry/units", { code, name: `局${code}` });
    await data("PUT", `/api/registry/units/${code}`, { name: `新局${code}` });
  }
  async function keep(): Promise<void> {
    const path = `/api/profiles/s${mark()}`;
    await data("PUT", path, { document: { name: "热线" } });
    await data("DELETE", path);
    await data("PUT", path, { document: { name: "热线" } });
  }
  const undo = async (): Promise<void> => {
    await data("POST", `/api/imports/${await load()}/undo`);
  };
  await Promise.all([undo(), load(), appoint(), appoint(), register(), keep()].map(quietly));
}

/** Of everything that was changed, and of the trail, what must be the same; as lists, so that a difference can be read. */
const PAIRS: readonly (readonly [name: string, things: string, lines: string])[] = [
  [
    "accounts",
    "select id::text from account where login like 'u%'",
    "select subject_id from audit_entry where action = 'account.added'",
  ],
  [
    "disabled accounts",
    "select id::text from account where disabled_at is not null",
    `select subject_id from audit_entry where action = 'account.disabled' group by 1
      having count(*) > (select count(*) from audit_entry e where e.action = 'account.enabled' and e.subject_id = audit_entry.subject_id)`,
  ],
  [
    "appointments of those who had one",
    "select count(*)::text from appointment where post = 'rule_keeper'",
    "select count(*)::text from audit_entry where action = 'appointment.added'",
  ],
  [
    "batches",
    "select id::text from import_batch",
    "select subject_id from audit_entry where action = 'import.recorded' and subject_type = 'batch'",
  ],
  [
    "batches taken back",
    "select id::text from import_batch where undone_at is not null",
    "select subject_id from audit_entry where action = 'import.undone'",
  ],
  ["imports", "select id::text from import_job", "select subject_id from audit_entry where action = 'import.started'"],
  [
    "imports that failed",
    "select id::text from import_job where state = 'failed'",
    "select subject_id from audit_entry where action = 'import.failed'",
  ],
  [
    "uploads",
    "select id from upload",
    `select subject_id from audit_entry where action = 'upload.received'
      except select subject_id from audit_entry where action = 'upload.removed'`,
  ],
  [
    "changes asked for",
    "select id::text from registry_change",
    "select subject_id from audit_entry where action = 'registry.asked'",
  ],
  [
    "changes done",
    "select count(*)::text from registry_change where state = 'done'",
    "select count(*)::text from audit_entry where action = 'registry.changed'",
  ],
  [
    "units as they were left",
    "select code || ' ' || name from unit where code like 'U%' and not provisional",
    `select distinct on (subject_id) subject_id || ' ' || (payload::jsonb #>> '{after,0,name}') from audit_entry
      where action = 'registry.changed' and subject_type = 'unit' order by subject_id, seq desc`,
  ],
  [
    "profiles",
    "select source from source_profile",
    `select source from (select distinct on (subject_id) subject_id as source, action from audit_entry
      where action like 'profile.%' order by subject_id, seq desc) p where action = 'profile.saved'`,
  ],
];

/** Nothing was changed without its line, and no line tells of what is not there; the chain holds. */
async function expectTrue(db: Database): Promise<void> {
  for (const [name, things, lines] of PAIRS) {
    const list = async (query: string): Promise<string[]> =>
      (await db.sql.unsafe(query).values()).map(([value]) => String(value)).sort();
    expect(await list(things), name).toEqual(await list(lines));
  }
  expect((await verifyAudit(db)).wrong).toBeNull();
}

async function withOwner<T>({ url }: Site, act: (db: Database) => Promise<T>): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(100)) {
    const db = await openDatabase(url, { connections: 2 }).catch(() => null);
    if (db)
      try {
        return await act(db);
      } finally {
        await db.close();
      }
    if (performance.now() > until) throw new Error("PostgreSQL does not come back");
  }
}

/** False: it had ended by itself. */
function killedNow(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}

/** No statement is under way any more. */
async function quiet(at: Site): Promise<void> {
  for (let calm = 0; calm < 5; await sleep(50)) {
    const busy = await withOwner(
      at,
      (db) => db.sql`
      select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
        and backend_type = 'client backend'`,
    ).catch(() => [null]);
    calm = busy.length === 0 ? calm + 1 : 0;
  }
}

const pidsOf = (at: Site): Promise<readonly number[]> =>
  withOwner(at, async (db) => {
    const rows = await db.sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where datname = current_database() and usename like 'tianyan\\_%' and backend_type = 'client backend'
      order by state <> 'idle' desc, random()`;
    return rows.map(({ pid }) => pid);
  });

test(`killed at ${POINTS} points of imports, undoing, people and units, nothing is changed without its line and no line is without its change`, {
  timeout: POINTS * 40_000 + 60_000,
}, async () => {
  const at = await site();
  let server = await serverOn(at);
  // Once to warm up, once to know how long it takes.
  await work(at, server.address);
  const began = performance.now();
  await work(at, server.address);
  const lasted = performance.now() - began;
  await quiet(at);
  await withOwner(at, expectTrue);
  const killed = { server: 0, backend: 0 };
  for (let point = 0; point < POINTS; point++) {
    let stopped = false;
    // Again and again: whenever the kill comes, it comes into work.
    const working = (async () => {
      while (!stopped) await work(at, server.address);
    })();
    await sleep(lasted * ((Math.floor(point / 2) * 2 + Math.random()) / POINTS));
    const own = server.process.process.pid;
    const pids = point % 2 === 1 ? await pidsOf(at) : own === undefined ? [] : [own];
    stopped = true;
    const hit = pids.some(killedNow);
    if (point % 2 === 0) {
      await server.process.ended;
      killed.server += 1;
      await working;
      server = await serverOn(at);
    } else {
      killed.backend += hit ? 1 : 0;
      await working;
    }
    await quiet(at);
    await withOwner(at, expectTrue);
  }
  server.process.process.kill("SIGTERM");
  await server.process.ended;
  const entries = await withOwner(at, async (db) => (await verifyAudit(db)).entries);
  trustFigure(
    6,
    "kills under way of the server, of a backend; entries of the trail; changes without a line, lines without a change",
    `${killed.server}, ${killed.backend}; ${entries}; 0, 0`,
  );
});
