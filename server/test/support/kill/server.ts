import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "@tianyan/api";
import { TEST_KEY } from "../county";
import type { Headers } from "./appoint";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const READY = /ready: (http:\S+)/;

/** A process of the product, that may be killed. */
export interface Process {
  /** Both streams so far. */
  output(): string;
  over(): boolean;
  /** Its exit code, once it has ended by itself. */
  code(): number | null;
  /** SIGKILL, at once. */
  kill(): void;
  readonly ended: Promise<unknown>;
}

export interface ServerProcess extends Process {
  readonly address: string;
  /** Of the data steward whose requests `client` sends. */
  readonly headers: Headers;
  readonly client: Client;
  /** Ends it in order. */
  stop(): Promise<void>;
}

function start(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const { DATABASE_URL: _url, DATA_DIR: _dir, PORT: _port, INBOX: _inbox, ...rest } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: ROOT,
    env: { ...rest, LC_ALL: "C.UTF-8", TIANYAN_KEY: TEST_KEY, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      output += text.toString();
    });
  const started: Process = {
    output: () => output,
    over: () => child.exitCode !== null || child.signalCode !== null,
    code: () => child.exitCode,
    kill: () => void child.kill("SIGKILL"),
    ended: once(child, "close"),
  };
  return { child, started };
}

/** The server on a free port, when it is ready; `headers` are those of the person at the screen. */
export async function startServer(env: Readonly<Record<string, string>>, headers: Headers): Promise<ServerProcess> {
  const { child, started } = start("server/src/main.ts", [], { PORT: "0", HOST: "127.0.0.1", DEMO: "off", ...env });
  for (;;) {
    const address = READY.exec(started.output())?.[1];
    if (address !== undefined)
      return {
        ...started,
        address,
        headers,
        client: createClient(address, (input, init) => {
          const given = new globalThis.Headers(init?.headers);
          for (const [name, value] of Object.entries(headers)) given.set(name, value);
          return fetch(input, { ...init, headers: given });
        }),
        async stop() {
          child.kill("SIGTERM");
          await started.ended;
        },
      };
    if (started.over()) throw new Error(`the server did not start: ${started.output()}`);
    await sleep(10);
  }
}

export const startCommand = (args: readonly string[], env: Readonly<Record<string, string>>): Process =>
  start("server/src/cli/main.ts", args, env).started;
