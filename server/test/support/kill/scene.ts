import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "../../../../packages/db/test/support/wire";
import { createWithSteward, type Headers } from "./appoint";
import type { Cluster } from "./cluster";
import { createKillCounty, type KillCounty } from "./county";
import type { KillFiles } from "./files";
import { stewardOf } from "./steward";

/** What is there before something is killed, and what would have come of it. */
export interface Scene {
  /** How many statements each work takes; where their last one is. */
  readonly steps: Readonly<Record<Work, readonly string[]>>;
  /** Of a county with the first files; with the second ones too; these undone again; and loaded again after that. */
  readonly before: Content;
  readonly loaded: Content;
  readonly undone: Content;
  readonly reloaded: Content;
  /** How the command reads the files as the screen recognised them. */
  readonly profile: string;
  readonly files: KillFiles;
  /** Of the data steward in every one of these counties. */
  readonly steward: Headers;
}

export type Work = "load" | "undo" | "command";
export type Content = Readonly<Record<string, string>>;

/** A county with nothing but its steward. */
const EMPTY = "scene_empty";
/** Databases that the points start from. */
export const BEFORE = "scene_before";
export const LOADED = "scene_loaded";

/** Questions of the screen and what is told meanwhile come when they come: they are no places. */
const IN_PASSING =
  /^(select j\.\*|select id from registry_change|update import_job set "state" = \$1 , "progress"|select b\.oid, b\.typarray|select last, looked_at from feed_head$|select exists \(select from webhook w|select from feed_entry where seq|select w\.id, w\.url)/;
export const isPlace = ({ user, text }: Step): boolean => user.startsWith("tianyan_replay_") && !IN_PASSING.test(text);

/** Does everything once without being disturbed. */
export async function setScene(cluster: Cluster, files: KillFiles, folder: string): Promise<Scene> {
  const steward = await createWithSteward(cluster, EMPTY);
  const scene: { -readonly [K in keyof Scene]?: Scene[K] } = { files, steward };
  const steps: Record<Work, readonly string[]> = { load: [], undo: [], command: [] };
  const profile = join(folder, "profile.json");
  const county = await createKillCounty(cluster, "scene", EMPTY, steward);
  try {
    const server = await county.startServer();
    const screen = stewardOf(server);
    const first = await screen.load(await screen.upload(files.first));
    if (first.state !== "done") throw new Error(JSON.stringify(first));
    scene.before = await county.content();
    await server.stop();
    await keep(cluster, BEFORE);
    const again = await county.startServer();
    const next = stewardOf(again);
    const uploads = await next.upload(files.second);
    const { profile: document } = await again.client.recognise({ uploads: [...uploads] });
    await writeFile(profile, JSON.stringify(document));
    const [load, item] = await counted(county, () => next.load(uploads));
    scene.loaded = await county.content();
    await again.stop();
    await keep(cluster, LOADED);
    const last = await county.startServer();
    const [undo] = await counted(county, () => stewardOf(last).undo(item.id));
    scene.undone = await county.content();
    await stewardOf(last).load(await stewardOf(last).upload(files.second));
    scene.reloaded = await county.content();
    Object.assign(steps, { load, undo });
  } catch (error) {
    throw new Error(county.said(), { cause: error });
  } finally {
    await county.remove();
  }
  const commanded = await createKillCounty(cluster, "scene", BEFORE, steward);
  try {
    const [command] = await counted(commanded, async () => {
      const running = commanded.startCommand(["import", "--profile", profile, ...files.second]);
      await running.ended;
    });
    Object.assign(steps, { command });
  } finally {
    await commanded.remove();
  }
  return { ...(scene as Scene), steps, profile };
}

const keep = (cluster: Cluster, name: string): Promise<void> => cluster.create(name, "scene");

/** The places that a work passes. */
async function counted<T>(county: KillCounty, work: () => Promise<T>): Promise<readonly [readonly string[], T]> {
  const places: string[] = [];
  county.wire.onStep = (step) => {
    if (isPlace(step)) places.push(step.text);
    return "passes";
  };
  const result = await work();
  county.wire.onStep = () => "passes";
  return [places, result];
}
