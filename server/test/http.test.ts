import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ErrorBodySchema } from "@tianyan/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createApp } from "../src/app";
import { SYSTEM_ACTOR } from "../src/auth/actor";
import type { Services } from "../src/services/services";
import { at } from "./support/instants";

const SECRET = "password authentication failed for user secret";

/** Without any database: whatever asks it, fails. */
const services = {
  get db(): Services["db"] {
    throw new Error(SECRET);
  },
  get work(): Services["work"] {
    throw new Error(SECRET);
  },
  now: () => at("2026-11-21T04:00:00Z"),
  version: "1.2.3",
} satisfies Services;

let folder: string;
const logged: string[] = [];
const appOf = (web: string) =>
  createApp({ services, actor: SYSTEM_ACTOR, web, log: (id, text) => logged.push(`${id} ${text}`) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tianyan-web-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>天眼</title>");
  await writeFile(join(folder, "assets/app-1.js"), "1");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("every route is in the OpenAPI document, and the document holds no other", async () => {
  const app = appOf(folder);
  const routes = app.routes
    .filter(
      ({ method, path }) =>
        method !== "ALL" && !path.startsWith("/api/docs") && !["/api/openapi.json", "/metrics", "/*"].includes(path),
    )
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  const DocumentSchema = z.object({
    openapi: z.literal("3.1.0"),
    paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  });
  const document = DocumentSchema.parse(await (await app.request("/api/openapi.json")).json());
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...new Set(routes)].sort()).toEqual(documented.sort());
  expect(documented).toContain("GET /api/orders/{source}/{order_id}");
});

test("the viewer comes from our own origin alone", async () => {
  const app = appOf(folder);
  const page = await (await app.request("/api/docs")).text();
  expect(page).not.toMatch(/https?:/);
  for (const [, path = ""] of page.matchAll(/(?:src|href)="([^"]+)"/g))
    expect((await app.request(path)).status).toBe(200);
});

const HUGE = `/api/findings?cursor=${Buffer.from(JSON.stringify({ at: 8e15, level: 1, since: 0, id: "1" })).toString("base64url")}`;

const errorOf = async (response: Response) => ErrorBodySchema.parse(await response.json()).error;

test("what fails inside is logged under its request id, and the answer shows nothing of it", async () => {
  const response = await appOf(folder).request("/api/findings");
  expect(response.status).toBe(500);
  const text = await response.clone().text();
  expect(text).not.toContain(SECRET);
  const { code, request_id } = await errorOf(response);
  expect(code).toBe("server.failed");
  expect(response.headers.get("x-request-id")).toBe(request_id);
  expect(logged.find((line) => line.startsWith(request_id))).toContain(SECRET);
});

test.each([
  ["/api/findings?rule=nonsense", "rule.0"],
  ["/api/findings?at=yesterday", "at"],
  ["/api/findings?limit=0", "limit"],
  ["/api/findings?at=0000-01-01T00:00:00Z", "at"],
  ["/api/units?at=1899-12-31T00:00:00Z", "at"],
  ["/api/findings?q=%00", "q"],
  ["/api/orders?state=half", "state"],
  [`/api/orders/${"x".repeat(300)}/1`, "source"],
])("%s is refused, naming %s", async (path, name) => {
  const response = await appOf(folder).request(path);
  expect(response.status).toBe(400);
  const { code, problems } = await errorOf(response);
  expect(code).toBe("request.invalid");
  expect(problems?.map((problem) => problem.path)).toContain(name);
});

test.each(["/api/findings?cursor=abc", "/api/findings?cursor=eyJhdCI6MX0", "/api/orders?cursor=%25", HUGE])(
  "%s is refused as a page mark",
  async (path) => {
    const response = await appOf(folder).request(path);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).code).toBe("cursor.invalid");
  },
);

test("an unknown address of the API is told as such, any other is the application's own", async () => {
  const app = appOf(folder);
  const unknown = await app.request("/api/nothing");
  expect(unknown.status).toBe(404);
  expect(await errorOf(unknown)).toMatchObject({ code: "route.not_found", zh: expect.stringContaining("接口") });
  const page = await app.request("/orders/12345/A%2F1");
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("天眼");
  expect((await app.request("/assets/gone.js")).status).toBe(404);
});

test("built files are kept for good, the page is asked for every time, answers are never kept", async () => {
  const app = appOf(folder);
  const caching = async (path: string) => (await app.request(path)).headers.get("cache-control");
  expect(await caching("/assets/app-1.js")).toContain("immutable");
  expect(await caching("/")).toBe("no-cache");
  expect(await caching("/watchlist")).toBe("no-cache");
  expect(await caching("/api/openapi.json")).toBe("no-store");
});

test.each(["/../package.json", "/%2e%2e/package.json", "/assets/..%2f..%2fpackage.json"])(
  "%s does not leave the folder",
  async (path) => {
    const response = await appOf(folder).request(`http://x${path}`);
    expect(await response.text()).not.toContain("dependencies");
  },
);

test("a web that is not built is said on a page of its own", async () => {
  const response = await appOf(join(folder, "none")).request("/");
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("npm start");
});

test("the process is alive even without a database, but not ready", async () => {
  const app = appOf(folder);
  expect(await (await app.request("/health")).json()).toEqual({ status: "ok" });
  const ready = await app.request("/ready");
  expect(ready.status).toBe(503);
  expect((await errorOf(ready)).code).toBe("database.unavailable");
});
