import { BlockList } from "node:net";
import { ErrorBodySchema, POSTS, type SessionStep } from "@tianyan/api";
import { expect, test } from "vitest";
import { type Actor, nobody, SYSTEM_ACTOR } from "../src/auth/actor";
import { addressOf, isLocal, readProxies } from "../src/http/address";
import { createErrorHandler, notFound } from "../src/http/errors";
import { guard } from "../src/http/guard";
import { createRouter, type Router } from "../src/http/hono";
import { requireDecisions } from "../src/http/operation";
import { identify, nameRequest } from "../src/http/request";

const as = (post: Actor["post"]): Actor => ({ ...SYSTEM_ACTOR, post, account: "1", name: post });

function appOf(actor: Actor, step: SessionStep): { readonly app: Router; readonly denied: string[] } {
  const denied: string[] = [];
  const app = createRouter();
  app.onError(createErrorHandler(() => undefined));
  app.notFound(notFound);
  app.use("*", nameRequest(new BlockList()));
  app.use(
    "*",
    identify(async () => ({ actor, step })),
  );
  app.use(
    "*",
    guard(async ({ name }, operation) => {
      denied.push(`${name} ${operation}`);
    }),
  );
  for (const path of ["/health", "/api/meta", "/api/findings", "/api/accounts/:id", "/api/undecided"])
    app.get(path, (context) => context.json({ reached: true }));
  for (const path of ["/api/ingest", "/api/session/factor"]) app.post(path, (context) => context.json({}));
  return { app, denied };
}

async function told(app: Router, path: string, method = "GET"): Promise<string> {
  const response = await app.request(path, { method });
  return response.ok ? "ok" : `${response.status} ${ErrorBodySchema.parse(await response.json()).error.code}`;
}

test("without a session only what is public answers", async () => {
  const { app } = appOf(nobody("r", ""), "sign_in");
  expect(await told(app, "/health")).toBe("ok");
  for (const path of ["/api/meta", "/api/findings", "/api/undecided", "/api/nowhere", "/api/accounts/7"])
    expect(await told(app, path)).toBe("401 session.required");
});

test("a session that is not finished may only be finished", async () => {
  const { app } = appOf(as("security_admin"), "factor");
  expect(await told(app, "/api/session/factor", "POST")).toBe("ok");
  for (const path of ["/api/meta", "/api/accounts/7", "/api/findings"])
    expect(await told(app, path)).toBe("401 session.unfinished");
});

test("a post does what its permissions say; the rest is refused and kept", async () => {
  for (const post of POSTS) {
    const { app, denied } = appOf(as(post), "open");
    const reads = !["system_admin", "security_admin", "auditor"].includes(post);
    expect(await told(app, "/api/findings")).toBe(reads ? "ok" : "403 permission.denied");
    expect(await told(app, "/api/accounts/7")).toBe(post === "security_admin" ? "ok" : "403 permission.denied");
    expect(denied).toContain(`${post} GET ${reads ? "/api/accounts/{id}" : "/api/findings"}`);
  }
});

test("a machine delivers rows and does nothing else", async () => {
  const { app } = appOf(as("machine"), "open");
  expect(await told(app, "/api/ingest", "POST")).toBe("ok");
  for (const path of ["/api/findings", "/api/meta"]) expect(await told(app, path)).toBe("403 permission.denied");
});

test("a route that nobody decided on is closed to everybody, and keeps the product from starting", async () => {
  const { app } = appOf(as("inspector"), "open");
  expect(await told(app, "/api/undecided")).toBe("403 permission.denied");
  expect(await told(app, "/api/nowhere")).toBe("404 route.not_found");
  expect(() => requireDecisions(app)).toThrow("GET /api/undecided");
});

test("a record of the denial that fails leaves the request refused", async () => {
  const app = createRouter();
  app.onError(createErrorHandler(() => undefined));
  app.use("*", nameRequest(new BlockList()));
  app.use(
    "*",
    identify(async () => ({ actor: as("auditor"), step: "open" })),
  );
  app.use(
    "*",
    guard(() => Promise.reject(new Error("the trail cannot be written"))),
  );
  app.get("/api/findings", (context) => context.json({ reached: true }));
  expect(await told(app, "/api/findings")).toBe("500 server.failed");
});

const asked = async (peer: string, headers: Record<string, string>, trusted: string) => {
  const proxies = readProxies(trusted);
  if (!proxies) throw new Error(trusted);
  const app = createRouter();
  app.get("/", (context) => context.json({ address: addressOf(context, proxies), local: isLocal(context) }));
  return (await app.request("/", { headers }, { incoming: { socket: { remoteAddress: peer } } })).json();
};

test("the peer is who is connected, whatever the headers say, unless a proxy of ours says it", async () => {
  const forged = { "x-forwarded-for": "1.2.3.4" };
  expect(await asked("10.9.9.9", forged, "")).toEqual({ address: "10.9.9.9", local: false });
  expect(await asked("10.0.0.1", forged, "10.0.0.0/24")).toEqual({ address: "1.2.3.4", local: false });
  expect(await asked("10.0.0.1", { "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.2" }, "10.0.0.0/24")).toMatchObject({
    address: "1.2.3.4",
  });
  expect(await asked("::ffff:10.0.0.1", { "x-forwarded-for": "nonsense" }, "10.0.0.1")).toMatchObject({
    address: "10.0.0.1",
  });
});

test("this machine is this machine only without a proxy between", async () => {
  expect(await asked("::1", {}, "")).toMatchObject({ local: true });
  expect(await asked("::ffff:127.0.0.1", {}, "")).toMatchObject({ local: true });
  expect(await asked("127.0.0.1", { "x-forwarded-for": "127.0.0.1" }, "127.0.0.1")).toMatchObject({ local: false });
  expect(await asked("", {}, "")).toMatchObject({ local: false, address: "" });
});

test.each(["10.0.0.0/33", "proxy", "10.0.0.1/x", "::1/129"])("%s is no proxy", (text) => {
  expect(readProxies(text)).toBeNull();
});
