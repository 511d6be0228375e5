import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ErrorBodySchema } from "@tianyan/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, nobody, SYSTEM_ACTOR } from "../src/auth/actor";
import { type Keepers, keepDoors } from "../src/http/doors";
import { createEdge, type Edge } from "../src/http/edge";
import { createErrorHandler } from "../src/http/errors";
import { createRouter, type Router } from "../src/http/hono";
import { LIMITS } from "../src/http/limits";
import { addMetrics } from "../src/http/metrics";
import { addWeb } from "../src/http/web";
import { createLog } from "../src/logs/log";
import { redactText } from "../src/logs/redact";

const person: Actor = { ...SYSTEM_ACTOR, account: "7", name: "张三", post: "data_steward", session: "70" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tianyan-doors-"));
  await writeFile(
    join(folder, "index.html"),
    '<script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__"></style>',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function appOf(given: Partial<Edge> = {}, keepers: Partial<Keepers> = {}, actor: Actor = person): Router {
  const edge = createEdge(given);
  const router = createRouter();
  router.onError(createErrorHandler(() => undefined));
  keepDoors(router, edge, {
    identify: async () => ({ actor, step: actor.post === "nobody" ? "sign_in" : "open" }),
    takePoint: async () => ({ points: 1, secondsLeft: 60 }),
    onDenied: async () => undefined,
    ...keepers,
  });
  router.post("/api/imports", async (context) => context.json(await context.req.json()));
  router.post("/api/registry/units.csv", async (context) => context.text(String((await context.req.text()).length)));
  for (const path of ["/api/session", "/api/session/factor"]) router.post(path, (context) => context.json({}));
  router.get("/api/findings", (context) => context.json({ ok: true }));
  router.get("/ready", (context) => context.json({ status: "ready" }));
  router.get("/api/units", () => {
    throw Object.assign(new Error("canceling statement due to statement timeout"), { code: "57014" });
  });
  router.get("/api/overview", () => new Promise<Response>(() => undefined));
  addMetrics(router, edge.metrics, edge.metricsToken);
  addWeb(router, folder);
  return router;
}

const codeOf = async (response: Response): Promise<string> =>
  response.ok ? "ok" : `${response.status} ${ErrorBodySchema.parse(await response.json()).error.code}`;

test("nothing inline runs: the policy has no unsafe word, and each page a nonce of its own", async () => {
  const app = appOf();
  const nonces = new Set<string>();
  for (const path of ["/", "/watchlist", "/index.html"]) {
    const response = await app.request(path);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(await response.text()).toBe(`<script nonce="${nonce}"></script><style nonce="${nonce}"></style>`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("headers stand on every answer, a refusal too; HSTS only where people come by https", async () => {
  for (const [publicUrl, lasting] of [
    [null, null],
    ["http://10.0.0.1", null],
    ["https://tianyan.example", "max-age=31536000; includeSubDomains"],
  ] as const)
    for (const path of ["/", "/api/findings", "/api/nowhere"]) {
      const { headers } = await appOf({ publicUrl }, {}, nobody("r", "")).request(path);
      expect(headers.get("strict-transport-security")).toBe(lasting);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("camera=()");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    }
});

const post = (app: Router, headers: Record<string, string>) =>
  app.request("http://tianyan.local:8787/api/imports", {
    method: "POST",
    body: "{}",
    headers: { host: "tianyan.local:8787", "content-type": "application/json", ...headers },
  });

test.each([
  [{}, "ok"],
  [{ "sec-fetch-site": "same-origin" }, "ok"],
  [{ "sec-fetch-site": "same-site" }, "403 request.cross_site"],
  [{ "sec-fetch-site": "cross-site" }, "403 request.cross_site"],
  [{ "sec-fetch-site": "none" }, "403 request.cross_site"],
  [{ "sec-fetch-site": "cross-site", origin: "http://tianyan.local:8787" }, "403 request.cross_site"],
  [{ origin: "http://tianyan.local:8787" }, "ok"],
  [{ origin: "https://tianyan.example" }, "ok"],
  [{ origin: "http://tianyan.local:8788" }, "403 request.cross_site"],
  [{ origin: "https://evil.example" }, "403 request.cross_site"],
  [{ origin: "null" }, "403 request.cross_site"],
  [{ origin: "https://evil.example", authorization: "Bearer k" }, "ok"],
] as const)("a change asked for with %o: %s", async (headers, told) => {
  expect(await codeOf(await post(appOf({ publicUrl: "https://tianyan.example" }), headers))).toBe(told);
});

test("reading is free of that question", async () => {
  const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
  expect((await appOf().request("/api/findings", { headers })).status).toBe(200);
});

const streamed = (bytes: number, everyMs = 0): ReadableStream<Uint8Array> => {
  let left = bytes;
  return new ReadableStream({
    async pull(controller) {
      if (left <= 0) return controller.close();
      if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
      const size = Math.min(left, 65_536);
      left -= size;
      controller.enqueue(new Uint8Array(size).fill(32));
    },
  });
};

const send = (app: Router, path: string, body: ReadableStream | string, headers: Record<string, string> = {}) =>
  app.request(path, { method: "POST", body, headers, duplex: "half" } as RequestInit);

test("a body is as large as its operation needs, whether it says its length or not", async () => {
  const app = appOf();
  const json = { "content-type": "application/json" };
  expect(await codeOf(await send(app, "/api/imports", streamed(1_048_577), json))).toBe("413 request.too_large");
  expect(await codeOf(await send(app, "/api/imports", "{}", { ...json, "content-length": "2000000" }))).toBe(
    "413 request.too_large",
  );
  expect(await codeOf(await send(app, "/api/imports", `{"a":"${"x".repeat(1_000_000)}"}`, json))).toBe("ok");
  expect(await (await send(app, "/api/registry/units.csv", streamed(5_000_000))).text()).toBe("5000000");
  expect(await codeOf(await send(app, "/api/registry/units.csv", streamed(17_000_000)))).toBe("413 request.too_large");
});

test("a body that drips in is given up, and an answer that does not come", async () => {
  const slow = await send(appOf({ bodyMs: 40, answerMs: 60_000 }), "/api/imports", streamed(1_000_000, 30));
  expect(slow.headers.get("connection")).toBe("close");
  expect(await codeOf(slow)).toBe("408 request.too_slow");
  const app = appOf({ answerMs: 40 });
  expect(await codeOf(await app.request("/api/overview"))).toBe("503 request.timed_out");
  expect(await codeOf(await app.request("/api/units"))).toBe("503 request.timed_out");
});

test("who asks too often is told when to come back; what is counted is a hash of whom", async () => {
  const keys: string[] = [];
  const points = new Map<string, number>();
  const takePoint: Keepers["takePoint"] = async (kind, key) => {
    keys.push(key);
    points.set(`${kind} ${key}`, (points.get(`${kind} ${key}`) ?? 0) + 1);
    return { points: points.get(`${kind} ${key}`) ?? 0, secondsLeft: 17 };
  };
  const limits = { ...LIMITS, general: { times: 3, seconds: 60 }, signIn: { times: 2, seconds: 60 } };
  const app = appOf({ limits }, { takePoint });
  for (let time = 1; time <= 3; time++) expect((await app.request("/api/findings")).status).toBe(200);
  const refused = await app.request("/api/findings");
  expect(refused.headers.get("retry-after")).toBe("17");
  expect(await codeOf(refused)).toBe("429 request.too_often");
  expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);

  const strangers = appOf({ limits }, { takePoint }, nobody("r", "10.1.1.1"));
  const before = keys.length;
  expect(await codeOf(await strangers.request("/api/findings"))).toBe("401 session.required");
  expect(keys.length).toBe(before);
  for (let time = 1; time <= 2; time++)
    expect(await codeOf(await strangers.request("/api/session", { method: "POST" }))).toBe("ok");
  expect(await codeOf(await strangers.request("/api/session", { method: "POST" }))).toBe("429 request.too_often");

  const entering = appOf(
    { limits: { ...limits, factor: { times: 1, seconds: 60 } } },
    {
      takePoint,
      identify: async () => ({ actor: { ...nobody("r", ""), account: "9", session: "90" }, step: "factor" }),
    },
  );
  expect(await codeOf(await entering.request("/api/session/factor", { method: "POST" }))).toBe("ok");
  expect(await codeOf(await entering.request("/api/session/factor", { method: "POST" }))).toBe("429 request.too_often");
});

test("metrics are for this machine, or for who has the token, and name operations only", async () => {
  const peer = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });
  const open = appOf();
  await open.request("/api/findings?q=13812345678");
  expect((await open.request("/metrics", {}, peer("10.0.0.9"))).status).toBe(401);
  const text = await (await open.request("/metrics", {}, peer("127.0.0.1"))).text();
  expect(text).toContain('tianyan_http_requests_total{operation="GET /api/findings",status="200"} 1');
  expect(text).not.toContain("13812345678");
  const closed = appOf({ metricsToken: "0123456789abcdef" });
  const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  expect((await closed.request("/metrics", {}, peer("127.0.0.1"))).status).toBe(401);
  expect((await closed.request("/metrics", withToken("0123456789abcdeg"), peer("10.0.0.9"))).status).toBe(401);
  expect((await closed.request("/metrics", withToken("0123456789abcdef"), peer("10.0.0.9"))).status).toBe(200);
});

test("while it stops, what shares out requests is told, and what is asked is still answered", async () => {
  const app = appOf({ stopping: () => true });
  expect(await codeOf(await app.request("/ready"))).toBe("503 server.stopping");
  const answer = await app.request("/api/findings");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("connection")).toBe("close");
});

test("a request leaves one line: its operation and who asked, nothing that was typed", async () => {
  const lines: string[] = [];
  const app = appOf({ log: createLog("info", { write: (line) => lines.push(line) }) });
  await app.request("/api/findings?q=13812345678&unit=%E6%9F%90%E5%B1%80", {
    headers: { cookie: "tianyan_session=abcdefabcdefabcdef", referer: "http://x/?q=13812345678" },
  });
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? "");
  expect(line).toMatchObject({
    level: "info",
    operation: "GET /api/findings",
    status: 200,
    account: "7",
    post: "data_steward",
  });
  expect(line.request).toMatch(/^[0-9a-f-]{36}$/);
  expect(lines[0]).not.toMatch(/1381234|abcdefabc|张三|%E6/);
});

test("the level says what is written", async () => {
  const lines: string[] = [];
  const app = appOf({ log: createLog("warn", { write: (line) => lines.push(line) }) }, {}, nobody("r", ""));
  await app.request("/");
  expect(lines).toEqual([]);
  await app.request("/api/findings");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "warn", status: 401 });
});

test.each([
  ["phone 138 1234 5678 rang", "138"],
  ["phone 13812345678 rang", "138"],
  ["tel +86-138-1234-5678", "1234"],
  ["id 11010519491231002X", "1949"],
  ["电话１３８１２３４５６７８", "１３８"],
  ['invalid input syntax for type integer: "13812345678"', "138"],
  ["cookie: tianyan_session=Zm9vYmFyYmF6cXV4", "Zm9v"],
  ["Authorization: Bearer tyk_9f8e7d6c5b4a", "9f8e"],
  ['{"password":"Geheim-123!"}', "Geheim"],
  ["postgres://tianyan:geheim@10.0.0.1/db", "geheim"],
  ["GET /api/findings?q=李四 failed", "李四"],
  ["/enter#token=AbCd1234AbCd1234AbCd1234AbCd1234", "AbCd"],
  ["key 4f1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c", "4f1c2d"],
  ["mail zhang.san@county.gov.cn", "zhang"],
])("%s: hidden in a log", (text, secret) => {
  expect(redactText(text)).not.toContain(secret);
  expect(redactText(text)).toContain("[…]");
});

test.each([
  "at list (/srv/tianyan/server/src/services/findings/list.ts:120:17)",
  "request 2f1c9a52-7a44-4b0e-9d0c-0d5c1f6b3e10 failed",
  "relation order_event has 8 rows at 2026-11-21T04:00:00.000Z",
])("%s: kept as it is", (text) => {
  expect(redactText(text)).toBe(text);
});

test("a field of a telling name is hidden at any depth that is written", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  log.warn(
    { headers: { cookie: "c1", authorization: "a1" }, body: { user: { password: "p1", phone: "13800000000" } } },
    "odd",
  );
  log.error({ failure: "Error: Key (phone)=(13812345678) already exists" }, "failed for 13812345678");
  expect(lines.join("")).not.toMatch(/c1|a1|p1|138/);
});
