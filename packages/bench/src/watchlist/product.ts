import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { KEY } from "../import/measure";

const ROOT = join(import.meta.dirname, "../../../..");
const SETTINGS = { PORT: "0", TIANYAN_KEY: KEY, REQUESTS_PER_MINUTE: "10000000", LOG_LEVEL: "error" };
const START_MS = 60_000;

export interface RunningProduct {
  readonly address: string;
  /** What it printed until now. */
  said(): string;
  stop(): Promise<void>;
}

/** The server on this database, as people run it. */
export const startProduct = (url: string, dataDir: string): Promise<RunningProduct> =>
  launchProduct({ ...process.env, DATABASE_URL: url, DEMO: "off", DATA_DIR: dataDir });

/** The server in this environment, on a free port; answers when it does. */
export async function launchProduct(env: NodeJS.ProcessEnv): Promise<RunningProduct> {
  const child = spawn(process.execPath, ["--import", "tsx", "server/src/main.ts"], {
    cwd: ROOT,
    env: { ...env, ...SETTINGS },
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
    if (address !== undefined) return { address, said: () => said, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`the server did not start: ${said}`);
}
