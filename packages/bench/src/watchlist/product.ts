import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { KEY } from "../import/measure";

const ROOT = join(import.meta.dirname, "../../../..");
const SETTINGS = { PORT: "0", DEMO: "off", TIANYAN_KEY: KEY, REQUESTS_PER_MINUTE: "10000000", LOG_LEVEL: "error" };
const START_MS = 60_000;

export interface RunningProduct {
  readonly address: string;
  stop(): Promise<void>;
}

/** The server on this database, as people run it. */
export async function startProduct(url: string, dataDir: string): Promise<RunningProduct> {
  const child = spawn(process.execPath, ["--import", "tsx", "server/src/main.ts"], {
    cwd: ROOT,
    env: { ...process.env, ...SETTINGS, DATABASE_URL: url, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const stop = async (): Promise<void> => {
    const ended = child.exitCode === null ? once(child, "exit") : null;
    child.kill("SIGTERM");
    await ended;
  };
  for (let waited = 0; waited < START_MS && child.exitCode === null; waited += 50) {
    const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
    if (address !== undefined) return { address, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`the server did not start: ${said}`);
}
