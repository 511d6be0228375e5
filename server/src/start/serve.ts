import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { errorBody } from "@tianyan/api";
import type { Words } from "@tianyan/db";
import { createApp } from "../app";
import { type Config, ROOT } from "../config/config";
import { VERSION } from "../config/version";
import { LOCAL_ACTOR } from "../services/actor";
import type { ImportProgress } from "../services/imports/import-files";
import { isEmpty, loadDemo } from "../services/installation/load-demo";
import type { Services } from "../services/services";
import { listenFailure } from "./failures";
import { type Installation, openInstallation, systemNow } from "./installation";

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

const DEMO = { orders: 4_000, seed: 1 };
const DRAIN_MS = 5_000;

/** Starts everything, serves until `signal`, and ends in order. Throws what `wordsOf` can explain. */
export async function serve({ config, signal, say, onReady }: ServeOptions): Promise<void> {
  let answer: Fetch = whileStarting;
  const server = createServer(getRequestListener((request) => answer(request)));
  const port = await listen(server, config);
  let installation: Installation | null = null;
  try {
    installation = await openInstallation(config, systemNow(), say);
    if (installation.applied.length > 0)
      say({
        zh: `数据库结构已更新：${installation.applied.join("、")}`,
        en: `Database brought up to date: ${installation.applied.join(", ")}`,
      });
    const services: Services = { db: installation.db, now: systemNow, version: VERSION };
    if (config.demo && (await isEmpty(services))) await fillWithDemo(services, signal, say);
    const log = (requestId: string, text: string): void => {
      process.stderr.write(`${requestId} ${text}\n`);
    };
    const app = createApp({ services, actor: LOCAL_ACTOR, web: join(ROOT, "web/dist"), log });
    answer = (request) => app.fetch(request);
    const host = config.host.includes(":") ? `[${config.host}]` : config.host;
    onReady(`http://${host}:${port}`);
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await stop(server);
    await installation?.close();
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

async function fillWithDemo(services: Services, signal: AbortSignal, say: ServeOptions["say"]): Promise<void> {
  say({
    zh: "数据库是空的，正在载入演示数据（DEMO=off 可不载入）……",
    en: "The database is empty; loading the demo county (DEMO=off leaves it out) …",
  });
  const summary = await loadDemo(services, LOCAL_ACTOR, { ...DEMO, signal, onProgress: createTeller(say) });
  say({
    zh: `演示数据已载入：${summary.orders} 件工单，${summary.findings.added} 条预警`,
    en: `Demo loaded: ${summary.orders} orders, ${summary.findings.added} findings`,
  });
}

const TELL_EVERY_MS = 2_000;
const STAGES = {
  reading: { zh: "已读取行数", en: "rows read" },
  recording: { zh: "已登记工单", en: "orders recorded" },
  judging: { zh: "已研判工单", en: "orders judged" },
} as const;

function createTeller(say: ServeOptions["say"]): (progress: ImportProgress) => void {
  let told = performance.now();
  return ({ stage, done }) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    say({ zh: `${STAGES[stage].zh} ${done}`, en: `${done} ${STAGES[stage].en}` });
  };
}

const STARTING = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>天眼 · Tianyan</title></head>
<body><h1>天眼 · Tianyan</h1><p>系统正在启动，载入数据后自动打开……</p><p lang="en">Starting; this page opens by itself when the data are loaded …</p></body>
</html>
`;

function whileStarting(request: Request): Response {
  const { pathname } = new URL(request.url);
  const headers = { "cache-control": "no-store", "retry-after": "2" };
  if (pathname === "/health") return Response.json({ status: "ok" }, { headers });
  if (pathname === "/ready" || pathname.startsWith("/api/"))
    return Response.json(errorBody("server.starting", "-"), { status: 503, headers });
  return new Response(STARTING, { status: 503, headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
}
