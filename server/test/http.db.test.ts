import { ErrorBodySchema } from "@tianyan/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createApp } from "../src/app";
import type { Router } from "../src/http/hono";
import { type County, createCounty } from "./support/county";
import { type Asking, asking, personIn } from "./support/person";

let county: County;
let router: Router;
let app: Asking;

beforeAll(async () => {
  county = await createCounty();
  router = createApp({ services: county.services, web: "/nonexistent", log: (_, text) => console.error(text) });
  app = asking(router, (await personIn(county.services, "inspector")).headers);
});
afterAll(() => county.drop());

const errorOf = async (response: Response) => ErrorBodySchema.parse(await response.json()).error;

test("every route is in the OpenAPI document, and the document holds no other", async () => {
  const routes = router.routes
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
  const page = await (await app.request("/api/docs")).text();
  expect(page).not.toMatch(/https?:/);
  for (const [, path = ""] of page.matchAll(/(?:src|href)="([^"]+)"/g))
    expect((await app.request(path)).status).toBe(200);
});

const HUGE = `/api/findings?cursor=${Buffer.from(JSON.stringify({ at: 8e15, level: 1, since: 0, id: "1" })).toString("base64url")}`;

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
  const response = await app.request(path);
  expect(response.status).toBe(400);
  const { code, problems } = await errorOf(response);
  expect(code).toBe("request.invalid");
  expect(problems?.map((problem) => problem.path)).toContain(name);
});

test.each(["/api/findings?cursor=abc", "/api/findings?cursor=eyJhdCI6MX0", "/api/orders?cursor=%25", HUGE])(
  "%s is refused as a page mark",
  async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).code).toBe("cursor.invalid");
  },
);

test("an unknown address of the API is told as such", async () => {
  const unknown = await app.request("/api/nothing");
  expect(unknown.status).toBe(404);
  expect(await errorOf(unknown)).toMatchObject({ code: "route.not_found", zh: expect.stringContaining("接口") });
});
