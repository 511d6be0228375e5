import { readdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImportItem } from "@tianyan/api";
import { makeFolders, textOf } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Desk } from "../desk";
import { workbookPath, workbookSize } from "../imports/rejects-workbook";
import { enqueue, readItem } from "../imports/start";
import type { Services } from "../services";

export interface InboxOptions {
  readonly folder: string;
  /** How often the folder is looked at, and how long a file must have stayed as it is. */
  readonly everyMs?: number;
  readonly stableMs?: number;
}

export interface Inbox {
  /** Looks once; answers when what was ready is loaded. */
  look(): Promise<void>;
  close(): Promise<void>;
}

interface Seen {
  readonly size: number;
  readonly changed: number;
  readonly since: number;
}

/** Others write under such names until the file is whole. */
const UNFINISHED = /^[.~]|\.(tmp|part|partial|crdownload|filepart)$/i;

/** Imports what is put into a folder, file by file in the order of their names; each ends in `done` or `failed` with a report. */
export async function watchInbox(
  services: Services,
  desk: Desk,
  actor: Actor,
  { folder, everyMs = 2_000, stableMs = 4_000 }: InboxOptions,
): Promise<Inbox> {
  for (const name of ["done", "failed"]) await makeFolders(join(folder, name));
  const seen = new Map<string, Seen>();
  let looking: Promise<void> = Promise.resolve();
  let closed = false;

  /** Names of files that have not changed for long enough. */
  async function ready(): Promise<readonly string[]> {
    const names = (await readdir(folder)).filter((name) => !UNFINISHED.test(name)).sort();
    for (const name of seen.keys()) if (!names.includes(name)) seen.delete(name);
    const found: string[] = [];
    for (const name of names) {
      const file = await stat(join(folder, name)).catch(() => null);
      if (!file?.isFile()) continue;
      const before = seen.get(name);
      const same = before?.size === file.size && before.changed === file.mtimeMs;
      const now = performance.now();
      if (!same) seen.set(name, { size: file.size, changed: file.mtimeMs, since: now });
      else if (file.size > 0 && now - before.since >= stableMs) found.push(name);
    }
    return found;
  }

  async function load(name: string): Promise<void> {
    const path = join(folder, name);
    const job = { via: "folder", paths: [path], folders: [folder], uploads: [], document: null, choices: [] } as const;
    const { id, ended } = await enqueue(services, desk, actor, job);
    await ended;
    const item = await readItem(services, desk, id);
    // Whatever was stopped stays where it is, and is taken up when the server runs again.
    if (item.error?.code === "import.interrupted_in_folder") return;
    await settle(name, item);
    seen.delete(name);
  }

  async function settle(name: string, item: ImportItem): Promise<void> {
    const target = join(folder, item.state === "done" ? "done" : "failed");
    const kept = await freeName(target, name);
    await rename(join(folder, name), join(target, kept));
    const workbook = (await workbookSize(desk, item.id, "zh")) === null ? null : workbookPath(desk, item.id, "zh");
    const { id, state, source, summary, error, files } = item;
    const report = { id, state, source, files, summary, error, rejects: workbook?.split("/").at(-1) ?? null };
    await writeFile(join(target, `${kept}.report.json`), `${JSON.stringify(report, null, 2)}\n`);
  }

  async function look(): Promise<void> {
    for (const name of await ready()) {
      if (closed) return;
      await load(name).catch((error: unknown) => desk.log(textOf(error)));
    }
  }

  const turn = (): Promise<void> => {
    looking = looking.then(() => (closed ? undefined : look().catch((error: unknown) => desk.log(textOf(error)))));
    return looking;
  };
  const timer = setInterval(() => void turn(), everyMs);
  timer.unref();
  return {
    look: turn,
    async close() {
      closed = true;
      clearInterval(timer);
      await looking;
    },
  };
}

/** A name that nothing in the folder has yet. */
async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  const [, stem = name, end = ""] = /^(.*?)((?:\.\w{1,8}){0,2})$/s.exec(name) ?? [];
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${stem}-${n}${end}`;
    if (!taken.has(free)) return free;
  }
}
