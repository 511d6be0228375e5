import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import type { CommandIo } from "../src/cli/command";
import { run } from "../src/cli/detect";
import { reportFailure } from "../src/cli/failure";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const STORIES = join(ROOT, "seed/stories");

/** A folder of the test file's own, removed at its end. */
export function testFolder(): {
  readonly path: string;
  readonly write: (name: string, content: string | Buffer) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), "detect-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: folder,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** A log that is not part of the project; null where it is absent. */
export function sharedLog(name: string): string | null {
  const path = join(ROOT, "../shared/data", name);
  return existsSync(path) ? path : null;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function collect(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}

/** The command in this process, as the dispatcher runs it. */
export async function detectWith(...args: string[]): Promise<Ran> {
  const out = collect();
  const err = collect();
  const io: CommandIo = {
    stdout: out.stream,
    stderr: err.stream,
    language: "en",
    signal: new AbortController().signal,
  };
  const code = await run(args, io).catch((error: unknown) => reportFailure(error, io));
  return { code, out: out.text(), err: err.text() };
}

/** Findings as objects, without the measure, which is free in form. */
export const findingsOf = (ndjson: string): Readonly<Record<string, unknown>>[] =>
  ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { measure: _, ...finding } = JSON.parse(line) as Record<string, unknown>;
      return finding;
    });

export const readText = (path: string): string => readFileSync(path, "utf8");
