import { once } from "node:events";
import type { Server } from "node:http";
import { join } from "node:path";
import type { Words } from "@tianyan/db";
import { createApp } from "../app";
import { type Config, ROOT } from "../config/config";
import { VERSION } from "../config/version";
import { LOCAL_ACTOR } from "../services/actor";
import { beginDemo, loadDemo } from "../services/demo/load";
import type { DemoPlan } from "../services/demo/plan";
import { createDesk, type Desk } from "../services/desk";
import { type OpenDesk, openDesk } from "../services/imports/open-desk";
import type { Services } from "../services/services";
import { listenFailure, usableFolder } from "./failures";
import { type Installation, openInstallation, systemNow } from "./installation";
import { createListener } from "./listener";
import { progressWords } from "./progress-words";
import { whileStarting } from "./starting";
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
  let answer: Fetch = whileStarting;
  const server = createListener((request) => answer(request));
  const port = await listen(server, config);
  let installation: Installation | null = null;
  let open: OpenDesk | null = null;
  let demo: Promise<void> | null = null;
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
    const wanted = { orders: config.demoOrders, seed: DEMO_SEED };
    const plan = config.demo ? await beginDemo(services, desk, wanted) : null;
    answer = (request) => app.fetch(request);
    const host = config.host.includes(":") ? `[${config.host}]` : config.host;
    onReady(`http://${host}:${port}`);
    if (plan) demo = fillWithDemo(services, desk, { plan, signal, say });
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await stop(server);
    await open?.close();
    await demo;
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

interface DemoFilling {
  readonly plan: DemoPlan;
  readonly signal: AbortSignal;
  readonly say: ServeOptions["say"];
}

/** Loads the county while everything is served; a line now and then tells how far it is. */
async function fillWithDemo(services: Services, desk: Desk, { plan, signal, say }: DemoFilling): Promise<void> {
  const { orders } = plan.options;
  say({
    zh: `正在载入演示县数据 ${orders} 件工单，页面已可使用（DEMO_ORDERS 可改件数，DEMO=off 可不载入）……`,
    en: `Loading the demo county of ${orders} orders; the pages can be used meanwhile (DEMO_ORDERS changes that, DEMO=off leaves it out) …`,
  });
  const timer = setInterval(() => {
    const load = desk.demo.read();
    if (load) say(progressWords(load));
  }, TELL_EVERY_MS);
  try {
    if (await loadDemo(services, desk, LOCAL_ACTOR, { plan, signal }))
      say({ zh: "演示县数据已全部载入", en: "The demo county is loaded" });
  } finally {
    clearInterval(timer);
  }
}
