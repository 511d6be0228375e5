import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { POSTS } from "@tianyan/api";
import { inviteSteward } from "./invite";
import { enterAll, linksOf, remember, type Sessions } from "./sessions";

export const ROOT = resolve(import.meta.dirname, "../../..");
const START_TIMEOUT_MS = 150_000;
const DEMO_ORDERS = 4_000;

export interface Product {
  readonly url: string;
  /** Somebody signed in for each post. */
  readonly sessions: Sessions;
  /** MB that the server held at most since it started; null where the system does not tell. */
  mostMemory(): Promise<number | null>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** With its invented county. */
  readonly demo?: boolean;
  /** Handed over while the county is still being loaded. */
  readonly loading?: boolean;
  /** How many of its orders. */
  readonly orders?: number;
  /** Settings of this installation, of which the address is known by then. */
  readonly settings?: (url: string) => Readonly<Record<string, string>>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** The invented county, if one is wanted, is in, all of it. */
async function untilLoaded(url: string, cookie: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/meta`, { headers: { cookie } });
    const meta = (await answer.json()) as { readonly demo_load: unknown };
    if (answer.ok && meta.demo_load === null) return;
    await sleep(200);
  }
}

async function untilReady(url: string, child: ChildProcess, isTold: () => boolean, said: () => string): Promise<void> {
  const end = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}:\n${said()}`);
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok && isTold()) return;
    await sleep(200);
  }
  throw new Error(`the product was not ready in time:\n${said()}`);
}

/** Of the server, which the launcher runs as its child. */
async function mostMemoryOf(launcher: number | undefined): Promise<number | null> {
  try {
    const children = await readFile(`/proc/${launcher}/task/${launcher}/children`, "utf8");
    const status = await readFile(`/proc/${children.trim().split(" ")[0]}/status`, "utf8");
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** The product as `npm start` runs it, in an empty data folder of its own and on a free port. */
export async function startProduct({
  demo = true,
  loading = false,
  orders = DEMO_ORDERS,
  settings = () => ({}),
}: ProductOptions = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), "tianyan-e2e-"));
  // As root, the account PostgreSQL runs as must reach its data.
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, DEMO: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(ROOT, "server/bin/start.mjs")], {
    cwd: ROOT,
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      DEMO: demo ? "on" : "off",
      DEMO_ORDERS: String(orders),
      ...settings(url),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, "exit") : null;
    child.kill("SIGTERM");
    await ended;
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await untilReady(
      url,
      child,
      () => (demo ? linksOf(said).size === POSTS.length : true),
      () => said,
    );
    const sessions = demo ? await enterAll(url, said) : await inviteSteward(url, dataDir);
    if (!loading) await untilLoaded(url, sessions.data_steward ?? "");
    remember(url, sessions);
    return { url, sessions, stop, mostMemory: () => mostMemoryOf(child.pid) };
  } catch (error) {
    await stop();
    throw error;
  }
}
