import { readFile } from "node:fs/promises";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { STORIES } from "@tianyan/seed";
import { detect } from "../../src/services/detect/detect";
import type { DetectRequest } from "../../src/services/detect/setting";
import { NOW } from "./county";

export { STORIES };

const fileOf = (story: string, name: string): string =>
  fileURLToPath(new URL(`../../../seed/stories/${story}/${name}`, import.meta.url));

export const tablesOf = (story: string): string[] => [fileOf(story, "orders.csv"), fileOf(story, "events.csv")];

const linesOf = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);

export const expectedOf = async (story: string): Promise<unknown[]> =>
  linesOf(await readFile(fileOf(story, "expected.ndjson"), "utf8"));

/** What `tianyan detect` writes for the story. */
export function detected(story: string, asOf: string | null = null): Promise<unknown[]> {
  const [orders = null, events = ""] = tablesOf(story);
  return runDetect({ events, orders, asOf });
}

/** What `tianyan detect` writes. */
export async function runDetect(request: Partial<DetectRequest> & { readonly events: string }): Promise<unknown[]> {
  let text = "";
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  const names = ["orders", "units", "competence", "profile", "rules", "asOf", "rejects", "flags"] as const;
  const none = Object.fromEntries(names.map((name) => [name, null])) as Record<(typeof names)[number], null>;
  await detect({ ...none, ...request }, { stdout, now: NOW, signal: new AbortController().signal });
  return linesOf(text);
}

/** What two findings are compared by: `measure` is free in form. */
export const withoutMeasure = (records: readonly unknown[]): unknown[] =>
  records.map((record) => {
    const { measure: _, ...rest } = record as Record<string, unknown>;
    return rest;
  });
