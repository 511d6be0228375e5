import { once } from "node:events";
import type { Server } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { clearRateLimits, readDemo, textOf, type Words } from "@tianyan/db";
import { createApp } from "../app";
import { SYSTEM_ACTOR } from "../auth/actor";
import { createProvider } from "../auth/oidc/provider";
import { type Config, publicAddress, ROOT } from "../config/config";
import type { SignOnConfig } from "../config/sign-on";
import { VERSION } from "../config/version";
import { createEdge, type Edge } from "../http/edge";
import { LIMITS } from "../http/limits";
import { createLog } from "../logs/log";
import { createMetrics } from "../metrics/metrics";
import { createMail } from "../outgoing/smtp";
import { type DemoLink, demoLinks, endDemo } from "../services/accounts/demo";
import { exportHeads } from "../services/audit/head-job";
import { beginDemo, loadDemo } from "../services/demo/load";
import type { DemoPlan } from "../services/demo/plan";
import { createDesk, type Desk } from "../services/desk";
import { tellDaily } from "../services/digests/job";
import { type OpenDesk, openDesk } from "../services/imports/open-desk";
import type { Services } from "../services/services";
import { openWebhooks } from "../services/webhooks/job";
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
  readonly onReady: (address: string, demo: readonly DemoLink[]) => void;
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

const DEMO_SEED = 1;
const DRAIN_MS = 10_000;
/** Headers come at once; a large upload over a slow line may take its time. */
const SWEEP_EVERY_MS = 600_000;

/** Starts everything, serves until `signal`, and ends in order. Throws what `wordsOf` can explain. */
export async function serve({ config, signal, say, onReady }: ServeOptions): Promise<void> {
  let answer: Fetch = whileStarting;
  const server = createListener((request, env) => answer(request, env));
  const port = await listen(server, config);
  let installation: Installation | null = null;
  let open: OpenDesk | null = null;
  let heads: ReturnType<typeof exportHeads> | null = null;
  let digests: ReturnType<typeof tellDaily> | null = null;
  let webhooks: ReturnType<typeof openWebhooks> | null = null;
  let sweep: NodeJS.Timeout | undefined;
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
    const { db, work, keys } = installation;
    const signOnName = config.signOn && nameOf(config.signOn);
    const mail = config.mail && createMail(config.mail);
    const services: Services = { db, work, keys, now: systemNow, version: VERSION, signOnName, mail };
    const lines = createLog(config.logLevel ?? (process.stderr.isTTY ? "warn" : "info"));
    const log = (request: string, failure: string): void => lines.error({ request, failure }, "failed");
    const desk = createDesk({
      folder: config.dataDir,
      uploadLimit: config.uploadLimit,
      outgoing: { allowHosts: config.webhookHosts },
      log: (text) => log("import", text),
    });
    open = await openDesk(services, desk, SYSTEM_ACTOR, config.inbox);
    heads = exportHeads(services, desk);
    digests = tellDaily(services, { address: publicAddress(config, port), log: (text) => log("digest", text) });
    webhooks = openWebhooks(services, desk);
    const edge = edgeOf(config, lines, desk, () => signal.aborted);
    const provider = config.signOn && createProvider(config.signOn, systemNow);
    const app = createApp({ services, web: join(ROOT, "web/dist"), log, desk, edge, provider });
    const wanted = { orders: config.demoOrders, seed: DEMO_SEED };
    const plan = config.demo ? await beginDemo(services, desk, SYSTEM_ACTOR, wanted) : null;
    answer = (request, env) => app.fetch(request, env);
    sweep = setInterval(() => clearRateLimits(db.sql).catch((error) => log("limits", textOf(error))), SWEEP_EVERY_MS);
    lines.info({ version: VERSION, port }, "ready");
    const address = publicAddress(config, port);
    onReady(address, await linksOfDemo(services, config, address));
    if (plan) demo = fillWithDemo(services, desk, { plan, signal, say });
    if (!signal.aborted) await once(signal, "abort");
    await sleep(config.stopWaitMs);
  } finally {
    clearInterval(sweep);
    await stop(server);
    await open?.close();
    await heads?.close();
    await digests?.close();
    await webhooks?.close();
    await demo;
    await installation?.close();
    await dropTemp?.();
  }
}

/** What its button says. */
const nameOf = ({ name }: SignOnConfig): Words => ({ zh: name ?? "统一身份认证", en: name ?? "Single sign-on" });

const edgeOf = (config: Config, log: Edge["log"], desk: Desk, stopping: () => boolean): Edge =>
  createEdge({
    publicUrl: config.publicUrl,
    proxies: config.proxies,
    limits: { ...LIMITS, general: { times: config.requestsPerMinute, seconds: 60 } },
    metricsToken: config.metricsToken,
    metrics: createMetrics({
      waiting: () => ({ imports: desk.runner.size, rows: desk.ingesting.size }),
      process: true,
    }),
    log,
    stopping,
  });

/** One-time links for the invented people, where there are any; without a demonstration nobody of them is let in. */
async function linksOfDemo(services: Services, config: Config, address: string): Promise<readonly DemoLink[]> {
  if (config.demo && (await readDemo(services.db.sql)))
    return (await demoLinks(services, SYSTEM_ACTOR)).map((link) => ({ ...link, path: address + link.path }));
  await endDemo(services);
  return [];
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
    if (await loadDemo(services, desk, SYSTEM_ACTOR, { plan, signal }))
      say({ zh: "演示县数据已全部载入", en: "The demo county is loaded" });
  } finally {
    clearInterval(timer);
  }
}
