import { readFile, stat } from "node:fs/promises";
import { request } from "node:http";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, type ImportItem } from "@tianyan/api";
import type { ServerProcess } from "./server";

const RUNNING = ["waiting", "reading", "recording", "judging", "undoing"];
const PATIENCE_MS = 90_000;

/** Somebody at the screen, who asks again where nobody answered. */
export interface Steward {
  upload(files: readonly string[]): Promise<readonly string[]>;
  /** Has uploads recognised and loads them as recognised; answers when it has ended, however. */
  load(uploads: readonly string[]): Promise<ImportItem>;
  undo(id: string): Promise<ImportItem>;
  ended(id: string): Promise<ImportItem>;
  /** Every import of the history, newest first, once none runs any more. */
  history(): Promise<readonly ImportItem[]>;
  /** Sends a share of a file; answers when the server has that much of it. */
  begin(file: string, share: number, arrived: (bytes: number) => Promise<boolean>): Promise<void>;
}

/** The product is there, and its database is back soon. */
const isAway = (error: unknown): boolean => error instanceof ApiError && error.code === "database.unavailable";

export function stewardOf({ client, address, headers }: ServerProcess): Steward {
  async function patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (const until = performance.now() + PATIENCE_MS; ; await sleep(50)) {
      try {
        return await ask();
      } catch (error) {
        if (!isAway(error) || performance.now() > until) throw error;
      }
    }
  }
  async function ended(id: string): Promise<ImportItem> {
    for (const until = performance.now() + PATIENCE_MS; ; await sleep(40)) {
      const item = await patiently(() => client.import(id));
      if (!RUNNING.includes(item.state)) return item;
      if (performance.now() > until) throw new Error(`import ${id} stands at ${item.state} for ever`);
    }
  }
  return {
    ended,
    async upload(files) {
      const ids: string[] = [];
      for (const file of files) ids.push((await client.upload(basename(file), await readFile(file))).id);
      return ids;
    },
    async load(uploads) {
      const { profile } = await client.recognise({ uploads: [...uploads] });
      return ended((await client.startImport({ uploads: [...uploads], profile })).id);
    },
    async undo(id) {
      await client.undoImport(id);
      return ended(id);
    },
    async history() {
      const { items } = await patiently(() => client.imports({ limit: 50 }));
      return Promise.all(items.map(({ id }) => ended(id)));
    },
    async begin(file, share, arrived) {
      const { size } = await stat(file);
      const sent = Math.floor(size * share);
      const sending = request(`${address}/api/uploads?name=${basename(file)}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/octet-stream", "content-length": size },
      });
      sending.on("error", () => undefined);
      sending.write((await readFile(file)).subarray(0, sent));
      while (!(await arrived(sent))) await sleep(5);
    },
  };
}
