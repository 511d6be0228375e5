import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ErrorBodySchema } from "@tianyan/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../src/app";
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
  get keys(): Services["keys"] {
    throw new Error(SECRET);
  },
  now: () => at("2026-11-21T04:00:00Z"),
  version: "1.2.3",
} satisfies Services;

let folder: string;
const logged: string[] = [];
const appOf = (web: string) => createApp({ services, web, log: (id, text) => logged.push(`${id} ${text}`) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tianyan-web-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>天眼</title>");
  await writeFile(join(folder, "assets/app-1.js"), "1");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const errorOf = async (response: Response) => ErrorBodySchema.parse(await response.json()).error;

test("what fails inside is logged under its request id, and the answer shows nothing of it", async () => {
  const response = await appOf(folder).request("/api/findings", { headers: { cookie: "tianyan_session=x" } });
  expect(response.status).toBe(500);
  const text = await response.clone().text();
  expect(text).not.toContain(SECRET);
  const { code, request_id } = await errorOf(response);
  expect(code).toBe("server.failed");
  expect(response.headers.get("x-request-id")).toBe(request_id);
  expect(logged.find((line) => line.startsWith(request_id))).toContain(SECRET);
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

test("any address that is no file and no API is the application's own", async () => {
  const app = appOf(folder);
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
  expect(await caching("/api/findings")).toBe("no-store");
});

test("without a session the API says that one is needed, its document and viewer included", async () => {
  const app = appOf(folder);
  for (const path of ["/api/findings", "/api/openapi.json", "/api/docs", "/api/nothing"]) {
    const response = await app.request(path);
    expect(response.status).toBe(401);
    expect(await errorOf(response)).toMatchObject({ code: "session.required", zh: expect.stringContaining("登录") });
  }
});
