import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { instant } from "@tianyan/core";
import { expect, onTestFinished, test } from "vitest";
import { openDesk } from "../src/services/imports/open-desk";
import { type Inbox, watchInbox } from "../src/services/inbox/watch";
import { ACTOR, fileOf } from "./support/county";
import { type DeskOfTest, deskOfTest } from "./support/desk";

async function inboxOf({ county, desk }: DeskOfTest): Promise<{ folder: string; inbox: Inbox }> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-inbox-"));
  const inbox = await watchInbox(county.services, desk, ACTOR, { folder, everyMs: 3_600_000, stableMs: 50 });
  onTestFinished(async () => {
    await inbox.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, inbox };
}

const EVENTS = ["工单编号,操作时间,操作,操作单位", "A,2026-03-02 09:00:00,受理,热线中心"];

test("files put into the folder are loaded once they are whole, and end beside a report", async () => {
  const desk = await deskOfTest();
  const { folder, inbox } = await inboxOf(desk);
  await copyFile(await fileOf("e.csv", [...EVENTS, "A,昨天,签收,住建局"]), join(folder, "三月.csv"));
  await writeFile(join(folder, "坏的.csv"), "姓名,年龄\n张三,4\n");
  await writeFile(join(folder, "四月.csv.part"), "还没写完");
  await inbox.look();
  expect((await readdir(folder)).sort()).toContain("三月.csv");
  await wait(80);
  await appendFile(join(folder, "三月.csv"), "B,2026-03-03 09:00:00,受理,热线中心\n");
  await inbox.look();
  expect((await readdir(folder)).sort()).toEqual(["done", "failed", "三月.csv", "四月.csv.part"]);
  await wait(80);
  await inbox.look();
  expect((await readdir(folder)).sort()).toEqual(["done", "failed", "四月.csv.part"]);
  expect((await readdir(join(folder, "done"))).sort()).toEqual(["三月.csv", "三月.csv.report.json"]);
  const report: unknown = JSON.parse(await readFile(join(folder, "done", "三月.csv.report.json"), "utf8"));
  expect(report).toMatchObject({ state: "done", summary: { orders: 2, rows: 2, rejected: 1 } });
  const failed = await readFile(join(folder, "failed", "坏的.csv.report.json"), "utf8");
  expect(JSON.parse(failed)).toMatchObject({ state: "failed", error: { code: "import.file_refused" } });
  expect(failed).not.toContain(folder);
  expect((await desk.client.imports({ via: "folder" })).items.map(({ names }) => names[0])).toEqual([
    "三月.csv",
    "坏的.csv",
  ]);
});

test("what a server left half way is told as failed when the next one starts, and old uploads go", async () => {
  const { county, client, desk, upload } = await deskOfTest();
  const { sql } = county.owner;
  const old = await upload(await fileOf("old.csv", EVENTS));
  await sql`update upload set created_at = ${instant(county.services.now() - 2 * 86_400_000)}::timestamptz`;
  await sql`
    insert into import_job (state, via, actor, names, created_at)
    values ('judging', 'screen', 'local', '{x.csv}', now()), ('waiting', 'screen', 'local', '{y.csv}', now())`;
  const folder = await mkdtemp(join(tmpdir(), "tianyan-inbox-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const open = await openDesk(county.services, desk, ACTOR, folder);
  const { items } = await client.imports();
  expect(items.map(({ state, error }) => [state, error?.code])).toEqual([
    ["failed", "import.interrupted"],
    ["failed", "import.interrupted"],
  ]);
  for (let left = ["?"]; left.length > 0; left = await readdir(join(desk.folder, "uploads"))) await wait(20);
  await expect(client.recognise({ uploads: [old.id] })).rejects.toMatchObject({ code: "upload.not_found" });
  await open.close();
});
