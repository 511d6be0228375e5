import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { Words } from "@tianyan/db";
import { createApp } from "../app";
import { type Config, ROOT } from "../config/config";
import { VERSION } from "../config/version";
import { LOCAL_ACTOR } from "../services/actor";
import { createDesk } from "../services/desk";
import { type OpenDesk, openDesk } from "../services/imports/open-desk";
import { isEmpty, loadDemo } from "../services/installation/load-demo";
import type { Services } from "../services/services";
import { createDemoProgress } from "./demo-progress";
import { listenFailure, usableFolder } from "./failures";
import { type Installation, openInstallation, systemNow } from "./installation";
import { type Progress, progressWords, whileStarting } from "./starting";
import { openTempFolder } from "./temp-folder";

export interface ServeOptions {
  readonly config: Config;
  /** Aborted when it is to stop. */
  readonly signal: AbortSignal;
  /** Progress and problems, a line each. */
  readonly say: (words: Words) => void;
  /** Told once, when requests are answered. */
  readonly onReady: (address: string) => void;
}

type Fetch = (request: Request) => Response | Promise<Response>;

const DEMO_SEED = 1;
const DRAIN_MS = 5_000;

/** Starts everything, serves until `signal`, and ends in order. Throws what `wordsOf` can explain. */
export async function serve({ config, signal, say, onReady }: ServeOptions): Promise<void> {
  let progress: Progress | null = null;
  let answer: Fetch = (request) => whileStarting(request, progress);
  const server = createServer(getRequestListener((request) => answer(request)));
  const port = await listen(server, config);
  let installation: Installation | null = null;
  let open: OpenDesk | null = null;
  let dropTemp: (() => Promise<void>) | null = null;
  try {
    installation = await openInstallation(config, systemNow(), say, { keep: true });
    if (installation.applied.length > 0)
      say({
        zh: `数据库结构已更新：${installation.applied.join("、")}`,
        en: `Database brought up to date: ${installation.applied.join(", ")}`,
      });
    await usableFolder(config.dataDir, "DATA_DIR");
    await usableFolder(config.inbox, "INBOX");
    dropTemp = await openTempFolder(config.dataDir);
    const services: Services = { db: installation.db, now: systemNow, version: VERSION };
    const onProgress = (reached: Progress): void => {
      progress = reached;
    };
    if (config.demo && (await isEmpty(services)))
      await fillWithDemo(services, { orders: config.demoOrders, signal, say, onProgress });
    const log = (requestId: string, text: string): void => {
      process.stderr.write(`${requestId} ${text}\n`);
    };
    const desk = createDesk({
      folder: config.dataDir,
      uploadLimit: config.uploadLimit,
      log: (text) => log("import", text),
    });
    open = await openDesk(services, desk, LOCAL_ACTOR, config.inbox);
    const app = createApp({ services, actor: LOCAL_ACTOR, web: join(ROOT, "web/dist"), log, desk });
    answer = (request) => app.fetch(request);
    const host = config.host.includes(":") ? `[${config.host}]` : config.host;
    onReady(`http://${host}:${port}`);
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await stop(server);
    await open?.close();
    await installation?.close();
    await dropTemp?.();
  }
}

async function listen(server: Server, { host, port }: Config): Promise<number> {
  server.listen({ host, port });
  try {
    await once(server, "listening");
  } catch (error) {
    throw listenFailure(error, host, port);
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

/** Requests under way are answered; connections that stay open are cut. */
async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(cut);
}

const TELL_EVERY_MS = 5_000;

interface DemoLoad {
  readonly orders: number;
  readonly signal: AbortSignal;
  readonly say: ServeOptions["say"];
  readonly onProgress: (progress: Progress) => void;
}

async function fillWithDemo(services: Services, { orders, signal, say, onProgress }: DemoLoad): Promise<void> {
  say({
    zh: `数据库是空的，正在载入演示数据 ${orders} 件工单（DEMO_ORDERS 可改件数，DEMO=off 可不载入）……`,
    en: `The database is empty; loading the demo county of ${orders} orders (DEMO_ORDERS changes that, DEMO=off leaves it out) …`,
  });
  const progressOf = createDemoProgress(orders, () => performance.now());
  onProgress(progressOf(null));
  let told = performance.now();
  const summary = await loadDemo(services, LOCAL_ACTOR, {
    orders,
    seed: DEMO_SEED,
    signal,
    onProgress: (step) => {
      const progress = progressOf(step);
      onProgress(progress);
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      say(progressWords(progress));
    },
  });
  say({
    zh: `演示数据已载入：${summary.orders} 件工单，${summary.findings.added} 条预警`,
    en: `Demo loaded: ${summary.orders} orders, ${summary.findings.added} findings`,
  });
}
