import { basename } from "node:path";
import type { ImportItem } from "@tianyan/api";
import { expect } from "vitest";
import { PIECE } from "../../../../packages/ingest/src/sealed/format";
import type { Cluster } from "./cluster";
import { createKillCounty, type KillCounty } from "./county";
import type { Kind, Point } from "./plan";
import { BEFORE, type Content, LOADED, type Scene } from "./scene";
import type { Process, ServerProcess } from "./server";
import { type Stage, stageAt } from "./stage";
import { type Steward, stewardOf } from "./steward";
import { type Struck, strikeAt } from "./strike";

/** What was seen of a point. */
export interface Outcome {
  readonly point: Point;
  /** The statement; null: it had ended before. */
  readonly place: string | null;
  readonly stage: Stage | null;
  /** Of what was killed everything was there, or nothing. */
  readonly left: "nothing" | "everything";
  /** What the history said of it in the end, if it had been entered. */
  readonly told: string;
  /** It was taken up, or begun again, without anybody asking. */
  readonly byItself: boolean;
  readonly milliseconds: number;
}

type Seen = Omit<Outcome, "point" | "milliseconds">;
type Play = (cluster: Cluster, scene: Scene, county: KillCounty, point: Point) => Promise<Seen>;

/** The content is one of two, and nothing else. */
function leftOf(content: Content, nothing: Content, everything: Content): Outcome["left"] {
  const same = (other: Content): boolean => JSON.stringify(content) === JSON.stringify(other);
  if (same(everything)) return "everything";
  expect(content).toEqual(nothing);
  return "nothing";
}

const toldOf = (item: ImportItem | undefined): string =>
  item === undefined ? "not entered" : item.error === null ? item.state : `${item.state}, ${item.error.code}`;

/** Whatever was entered has ended, in a state that people understand. */
async function historyOf(steward: Steward, entered: number): Promise<ImportItem | undefined> {
  const items = await steward.history();
  for (const item of items) {
    expect(["done", "undone", "failed"]).toContain(item.state);
    if (item.state === "failed") expect(item.error?.code).toMatch(/^(import\.interrupted|database\.unavailable)/);
  }
  return items.length > entered ? items[0] : undefined;
}

/** The same files again: everything is there, nothing twice, and no upload is left. */
async function loadAgain(scene: Scene, county: KillCounty, server: ServerProcess, expected: Content): Promise<void> {
  const steward = stewardOf(server);
  const item = await steward.load(await steward.upload(scene.files.second));
  expect(item).toMatchObject({ state: "done", error: null });
  expect(await county.content()).toEqual(expected);
  expect(await county.faults()).toEqual([]);
}

async function noUploadsLeft(county: KillCounty): Promise<void> {
  await expect.poll(() => county.uploadsLeft(), { timeout: 60_000, interval: 50 }).toBe(0);
}

/** Uploads that no import was begun with stay for a day: they go when a server starts after it. */
async function noUploadsLeftAtStart(county: KillCounty, server: ServerProcess): Promise<void> {
  if ((await county.uploadsLeft()) === 0) return;
  await server.stop();
  await county.age();
  await county.startServer();
  await noUploadsLeft(county);
}

/** Where it was struck, and how far the work was there. */
const placeOf = ({ place, step }: Struck, steps: readonly string[]): Pick<Seen, "place" | "stage"> => ({
  place,
  stage: place === null ? null : stageAt(steps, step - 1, place),
});

const gone = (process: Process): Promise<unknown> => process.ended;

/** The server is killed; the next one starts. */
async function serverDies(
  scene: Scene,
  county: KillCounty,
  first: ServerProcess,
  work: Promise<unknown>,
  entered: number,
): Promise<Omit<Seen, "place" | "stage">> {
  await Promise.race([gone(first), work.catch(() => gone(first))]);
  if (!first.over()) await first.stop();
  const left = leftOf(await county.content(), scene.before, scene.loaded);
  await county.age();
  const next = await county.startServer();
  const item = await historyOf(stewardOf(next), entered);
  if (item) expect(item).toMatchObject({ state: "done", error: null });
  await noUploadsLeft(county);
  await loadAgain(scene, county, next, scene.loaded);
  return { left, told: toldOf(item), byItself: item !== undefined && left === "nothing" };
}

const playServer: Play = async (_, scene, county, point) => {
  const server = await county.startServer();
  const steward = stewardOf(server);
  const uploads = await steward.upload(scene.files.second);
  const steps = scene.steps.load;
  const struck = strikeAt(county, point, steps, () => server.kill());
  const seen = await serverDies(scene, county, server, steward.load(uploads), 1);
  return { ...seen, ...placeOf(struck, steps) };
};

const playUpload: Play = async (_, scene, county, point) => {
  const server = await county.startServer();
  const file = scene.files.second.at(-1) ?? "";
  const share = Number(point.at);
  // It is encrypted by pieces: one that is not full yet waits.
  await stewardOf(server).begin(file, share, async (sent) => (await county.arriving()) >= Math.max(0, sent - PIECE));
  server.kill();
  const seen = await serverDies(scene, county, server, gone(server), 1);
  return { ...seen, place: `${Math.round(100 * share)} % of ${basename(file)}`, stage: "a file comes in" };
};

/** PostgreSQL is killed and started again under a server that goes on. */
const playDatabase: Play = async (cluster, scene, county, point) => {
  const server = await county.startServer();
  const steward = stewardOf(server);
  const uploads = await steward.upload(scene.files.second);
  const steps = scene.steps.load;
  const struck = strikeAt(county, point, steps, (backend) => {
    cluster.kill(point.kind === "backend" ? backend : undefined);
    void revived(cluster);
  });
  const loading = await steward.load(uploads).catch(() => null);
  await cluster.revive();
  expect(server.over(), server.output()).toBe(false);
  const item = await historyOf(steward, 1);
  if (item) expect(item).toMatchObject({ state: "done", error: null });
  if (loading) expect(loading.state).toBe("done");
  expect(leftOf(await county.content(), scene.before, scene.loaded)).toBe(item ? "everything" : "nothing");
  await loadAgain(scene, county, server, scene.loaded);
  await noUploadsLeftAtStart(county, server);
  const byItself = (item?.attempts ?? 0) > 1;
  const left = item && !byItself ? "everything" : "nothing";
  return { ...placeOf(struck, steps), left, told: toldOf(item), byItself };
};

/** The command is killed, or PostgreSQL under it. */
const playCommand: Play = async (cluster, scene, county, point) => {
  const args = ["import", "--profile", scene.profile, ...scene.files.second];
  const first = county.startCommand(args);
  const steps = scene.steps.command;
  const struck = strikeAt(county, point, steps, () => {
    if (point.kind === "command") first.kill();
    else cluster.kill();
  });
  await first.ended;
  if (point.kind === "command-postmaster") {
    await cluster.revive();
  }
  const left = leftOf(await county.content(), scene.before, scene.loaded);
  if (point.kind === "command-postmaster" && left === "nothing") {
    expect(first.code()).toBe(3);
    expect(first.output()).toMatch(/数据库|database/);
  }
  const again = county.startCommand(args);
  await again.ended;
  expect(again.output()).toContain('"batch"');
  expect(await county.content()).toEqual(scene.loaded);
  expect(await county.faults()).toEqual([]);
  return { ...placeOf(struck, steps), left, told: "", byItself: false };
};

/** The same law for an undo: the batch is there, or it never was. */
const playUndo: Play = async (cluster, scene, county, point) => {
  const server = await county.startServer();
  const steward = stewardOf(server);
  const [item] = await steward.history();
  const id = item?.id ?? "";
  const onServer = point.kind === "undo";
  const steps = scene.steps.undo;
  const struck = strikeAt(county, point, steps, () => {
    if (onServer) server.kill();
    else {
      cluster.kill();
      void revived(cluster);
    }
  });
  const work = steward.undo(id).catch(() => null);
  if (onServer) await Promise.race([gone(server), work]);
  else {
    await work;
    await cluster.revive();
    expect(server.over(), server.output()).toBe(false);
    await steward.history();
  }
  const left = leftOf(await county.content(), scene.loaded, scene.undone);
  const next = onServer ? await county.startServer() : server;
  const told = await stewardOf(next).ended(id);
  expect(told.state).toBe(left === "everything" ? "undone" : "done");
  if (left === "nothing" && told.error)
    expect(told.error.code).toMatch(/^(import\.undo_interrupted|database\.unavailable)$/);
  expect(await county.faults()).toEqual([]);
  if (left === "nothing") expect((await stewardOf(next).undo(id)).state).toBe("undone");
  expect(await county.content()).toEqual(scene.undone);
  await loadAgain(scene, county, next, scene.reloaded);
  return { ...placeOf(struck, steps), left, told: toldOf(told), byItself: false };
};

/** It is started while its server asks for it. */
const revived = (cluster: Cluster): Promise<void> => cluster.revive().catch(() => undefined);

const PLAYS: Readonly<Record<Kind, Play>> = {
  server: playServer,
  upload: playUpload,
  undo: playUndo,
  command: playCommand,
  postmaster: playDatabase,
  backend: playDatabase,
  "undo-postmaster": playUndo,
  "command-postmaster": playCommand,
};

export async function playPoint(cluster: Cluster, scene: Scene, point: Point, name: string): Promise<Outcome> {
  const county = await createKillCounty(cluster, name, point.kind.startsWith("undo") ? LOADED : BEFORE, scene.steward);
  const began = performance.now();
  try {
    const seen = await PLAYS[point.kind](cluster, scene, county, point);
    return { ...seen, point, milliseconds: performance.now() - began };
  } catch (error) {
    throw new Error(`${JSON.stringify(point)}: ${county.said()}`, { cause: error });
  } finally {
    await county.remove();
  }
}
