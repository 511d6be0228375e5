import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openDesk } from "../src/services/imports/open-desk";
import { createTakingUp } from "../src/services/imports/take-up";
import { ACTOR, fileOf } from "./support/county";
import { type DeskOfTest, deskOfTest } from "./support/desk";

const HEADER = "工单编号,操作时间,操作,操作单位";
const ROWS = ["A,2026-03-02 09:00:00,受理,热线中心", "B,昨天,签收,住建局"];
const DAY_MS = 86_400_000;

/** The server starts: another one was killed before. */
async function startServer({ county, desk }: DeskOfTest): Promise<DeskOfTest> {
  const next = await deskOfTest({ folder: desk.folder }, county);
  const open = await openDesk(county.services, next.desk, ACTOR, join(desk.folder, "inbox"));
  onTestFinished(() => open.close());
  return next;
}

const jobs = {
  async add(
    { county }: DeskOfTest,
    job: { state: string; via?: string; uploads?: readonly string[]; attempts?: number },
  ) {
    const { state, via = "screen", uploads = [], attempts = 0 } = job;
    const [row] = await county.owner.sql<{ id: string }[]>`
      insert into import_job (state, via, actor, names, uploads, attempts, created_at)
      values (${state}, ${via}, 'local', '{x.csv}', ${uploads as string[]}::text[], ${attempts}, now()) returning id`;
    return row?.id ?? "";
  },
};

const foldersOf = (desk: DeskOfTest["desk"], kind: string): Promise<string[]> =>
  readdir(join(desk.folder, kind)).catch(() => []);

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(20);
}

test("imports that a killed server left are taken up from their uploads, in their order, however old these are", async () => {
  const given = await deskOfTest();
  const { county, desk, upload } = given;
  const ids: string[] = [];
  for (const state of ["reading", "recording", "judging", "waiting"]) {
    const { id } = await upload(
      await fileOf(`${state}.csv`, [HEADER, ...ROWS, `${state},2026-03-02 09:00:00,受理,中心`]),
    );
    ids.push(await jobs.add(given, { state, uploads: [id], attempts: state === "waiting" ? 0 : 1 }));
  }
  await county.owner.sql`update upload set created_at = now() - interval '3 days'`;
  const { ended } = await startServer(given);
  for (const [index, id] of ids.entries()) {
    const item = await ended(id);
    expect(item).toMatchObject({ state: "done", error: null, attempts: index === 3 ? 1 : 2 });
    expect(item.summary?.rejected).toBe(1);
  }
  expect(await county.owner.sql`select from orders`).toHaveLength(5);
  await until(async () => (await foldersOf(desk, "uploads")).length === 0);
  expect(await county.owner.sql`select from upload`).toHaveLength(0);
});

test("what cannot be taken up is told in words that say what to do", async () => {
  const given = await deskOfTest();
  const { upload } = given;
  const { id: kept } = await upload(await fileOf("often.csv", [HEADER, ...ROWS]));
  const gone = await jobs.add(given, { state: "reading", uploads: ["0".repeat(32)] });
  const often = await jobs.add(given, { state: "judging", uploads: [kept], attempts: 3 });
  const folder = await jobs.add(given, { state: "recording", via: "folder" });
  const old = await jobs.add(given, { state: "recording" });
  const { ended } = await startServer(given);
  expect(await ended(gone)).toMatchObject({ state: "failed", error: { code: "upload.not_found" } });
  const told = await ended(often);
  expect(told).toMatchObject({ state: "failed", error: { code: "import.interrupted" } });
  expect(told.error?.detail?.zh).toContain("3 次");
  expect(await ended(folder)).toMatchObject({ state: "failed", error: { code: "import.interrupted_in_folder" } });
  expect(await ended(old)).toMatchObject({ state: "failed", error: { code: "import.interrupted", detail: null } });
});

test("an undo that was cut off is told, changed nothing, and can be asked for again", async () => {
  const given = await deskOfTest();
  const { county, load } = given;
  const { id } = await load([await fileOf("a.csv", [HEADER, ...ROWS])]);
  await county.owner.sql`update import_job set state = 'undoing'`;
  const { ended, undo } = await startServer(given);
  expect(await ended(id)).toMatchObject({
    state: "done",
    can_undo: true,
    error: { code: "import.undo_interrupted" },
  });
  expect(await undo(id)).toMatchObject({ state: "undone", error: null });
});

test("files of imports that ended go when the server starts: uploads, folders that nobody knows, workbooks, staged rows", async () => {
  const given = await deskOfTest();
  const { county, desk, load, upload } = given;
  const { sql } = county.owner;
  const { id } = await load([await fileOf("a.csv", [HEADER, ...ROWS])]);
  expect(await foldersOf(desk, "rejects")).toHaveLength(2);
  const { id: loaded } = await upload(await fileOf("b.csv", [HEADER, ...ROWS]));
  await sql`update import_job set uploads = ${[loaded]}::text[]`;
  const { id: young } = await upload(await fileOf("c.csv", [HEADER, ...ROWS]));
  const cut = join(desk.folder, "uploads", "half");
  await mkdir(cut);
  await writeFile(join(cut, "half.csv"), HEADER);
  const old = new Date(county.services.now() - 2 * DAY_MS);
  await utimes(cut, old, old);
  const failed = await jobs.add(given, { state: "failed" });
  await writeFile(join(desk.folder, "rejects", `${failed}-zh.xlsx`), "");
  const spooled = join(desk.folder, "rejects", "rejects-half");
  await mkdir(spooled);
  await utimes(spooled, old, old);
  await sql`insert into import_staging (order_id, is_order, file, seq) values ('x', false, 0, 0)`;
  await startServer(given);
  await until(async () => (await sql`select from import_staging`).length === 0);
  expect(await foldersOf(desk, "uploads")).toEqual([young]);
  expect((await foldersOf(desk, "rejects")).sort()).toEqual([`${id}-en.xlsx`, `${id}-zh.xlsx`]);
});

test("a server that stops in order leaves what it had begun for the next one to take up", async () => {
  const given = await deskOfTest();
  const { client, county, desk, upload } = given;
  const lock = await county.owner.sql.reserve();
  await lock`select pg_advisory_lock(7243002)`;
  const { id: first } = await client.startImport({
    uploads: [(await upload(await fileOf("a.csv", [HEADER, ...ROWS]))).id],
  });
  const { id: second } = await client.startImport({
    uploads: [(await upload(await fileOf("b.csv", [HEADER, "C,2026-03-02 09:00:00,受理,热线中心"]))).id],
  });
  const open = await openDesk(county.services, desk, ACTOR, join(desk.folder, "inbox"));
  await until(async () => (await client.import(first)).state === "reading");
  const closed = open.close();
  await lock`select pg_advisory_unlock(7243002)`;
  lock.release();
  await closed;
  expect((await client.imports()).items.map(({ state, attempts }) => [state, attempts])).toEqual([
    ["waiting", 0],
    ["waiting", 0],
  ]);
  const next = await startServer(given);
  expect(await next.ended(first)).toMatchObject({ state: "done", attempts: 1 });
  expect(await next.ended(second)).toMatchObject({ state: "done", attempts: 1 });
});

test("a running server takes up what it finds twice with nobody at work on it", async () => {
  const given = await deskOfTest();
  const { county, desk, upload, ended } = given;
  const { id: kept } = await upload(await fileOf("a.csv", [HEADER, ...ROWS]));
  const lost = await jobs.add(given, { state: "waiting", uploads: [kept] });
  await county.owner.sql`
    insert into registry_change (kind, subject, state, preview, actor, created_at)
    values ('unit', '{"zh": "", "en": ""}', 'waiting', false, 'local', now())`;
  const takingUp = createTakingUp(county.services, desk, ACTOR);
  await takingUp.look();
  expect((await given.client.import(lost)).state).toBe("waiting");
  await takingUp.look();
  expect(await ended(lost)).toMatchObject({ state: "done" });
  expect(await county.owner.sql`select state, error->>'code' as code from registry_change`).toEqual([
    { state: "failed", code: "change.interrupted" },
  ]);
});
