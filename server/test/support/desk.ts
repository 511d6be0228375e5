import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Post } from "@tianyan/api";
import { type Change, type Client, createClient, type ImportItem, ImportSchema, type Upload } from "@tianyan/api";
import { expect, onTestFinished } from "vitest";
import { createApp } from "../../src/app";
import type { Router } from "../../src/http/hono";
import { createDesk, type Desk } from "../../src/services/desk";
import { type County, createCounty } from "./county";
import { RECEIVER } from "./follow-acts";
import { type Asking, asking, machineIn, type Person, personIn } from "./person";

/** A county with a desk that takes imports in, asked by the typed client; one that is given is not taken away with it. */
export interface DeskOfTest {
  readonly county: County;
  readonly desk: Desk;
  /** Whose requests `app` and `client` send: a data steward, unless said otherwise. */
  readonly person: Person;
  readonly app: Asking;
  /** Asked by nobody, unless its headers say who. */
  readonly router: Router;
  /** Delivers rows under a key. */
  readonly machine: Asking;
  readonly client: Client;
  upload(path: string, name?: string): Promise<Upload>;
  /** Uploads, imports, and waits for the end. */
  load(paths: readonly string[], profile?: Readonly<Record<string, unknown>> | string): Promise<ImportItem>;
  ended(id: string): Promise<ImportItem>;
  changed(change: Promise<Change>): Promise<Change>;
  undo(id: string): Promise<ImportItem>;
}

const RUNNING = ["waiting", "reading", "recording", "judging", "undoing"];

export async function deskOfTest(
  { as = "data_steward", ...options }: Partial<Desk> & { readonly as?: Post } = {},
  given?: County,
): Promise<DeskOfTest> {
  const county = given ?? (await createCounty());
  const folder = await mkdtemp(join(tmpdir(), "tianyan-desk-"));
  const outgoing = { allowHosts: [RECEIVER] };
  const desk = createDesk({ folder, log: (text) => console.error(text), outgoing, ...options });
  onTestFinished(async () => {
    await desk.runner.close(new Error("the test ends"));
    await desk.ingesting.close(new Error("the test ends"));
    if (!given) await county.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const log = (_: string, text: string): void => console.error(text);
  const person = await personIn(county.services, as);
  const router = createApp({ services: county.services, web: "/nonexistent", log, desk });
  const app = asking(router, person.headers);
  const machine = asking(router, await machineIn(county.services));
  const client = createClient("http://desk", async (input, init) => app.request(String(input), init));

  async function ended(id: string): Promise<ImportItem> {
    for (;;) {
      const item = await client.import(id);
      expect(ImportSchema.parse(item)).toEqual(item);
      if (!RUNNING.includes(item.state)) return item;
      await wait(20);
    }
  }
  const upload = async (path: string, name = basename(path)): Promise<Upload> =>
    client.upload(name, new Uint8Array(await readFile(path)));
  return {
    county,
    desk,
    person,
    app,
    router,
    machine,
    client,
    upload,
    ended,
    async load(paths, profile) {
      const uploads: string[] = [];
      for (const path of paths) uploads.push((await upload(path)).id);
      const { id } = await client.startImport({ uploads, ...(profile ? { profile } : {}) });
      return ended(id);
    },
    async changed(change) {
      let told = await change;
      while (told.state === "waiting" || told.state === "running") {
        await wait(20);
        told = await client.change(told.id);
      }
      return told;
    },
    async undo(id) {
      await client.undoImport(id);
      return ended(id);
    },
  };
}

/** Rows at random places, the same for the same seed. */
export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const left = [...rows];
  let state = seed;
  for (let last = left.length - 1; last > 0; last--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (last + 1);
    const [a, b] = [left[last], left[other]];
    if (a !== undefined && b !== undefined) [left[last], left[other]] = [b, a];
  }
  return left;
}
