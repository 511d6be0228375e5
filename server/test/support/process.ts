import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startEmbedded, stopEmbedded } from "@tianyan/db";
import { onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface Running {
  readonly process: ChildProcess;
  /** Both streams so far. */
  output(): string;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
  /** Waits for a text on either stream; fails where the process ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Runs a file of the server as `npm start` does, away from our own environment. */
export function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>, input = ""): Running {
  const { DATABASE_URL: _url, DATA_DIR: _dir, PORT: _port, LANG: _lang, ...rest } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { ...rest, LC_ALL: "C.UTF-8", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (text: Buffer) => {
    stdout += text.toString();
  });
  child.stderr.on("data", (text: Buffer) => {
    stderr += text.toString();
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await ended;
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    process: child,
    output: () => stdout + stderr,
    ended,
    async says(pattern) {
      for (;;) {
        const found = pattern.exec(stdout + stderr);
        if (found) return found;
        if (over) throw new Error(`ended without saying ${pattern}: ${stdout}${stderr}`);
        await sleep(20);
      }
    },
  };
}

/** A data folder of its own; whatever PostgreSQL runs there is stopped with the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-data-"));
  await chmod(folder, 0o755);
  onTestFinished(async () => {
    // Joins the one that runs there, if any.
    if (existsSync(join(folder, "postgres"))) await stopEmbedded((await startEmbedded(folder)).pid);
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A port that something listens on for the length of the test. */
export async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
