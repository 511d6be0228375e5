import { readFile } from "node:fs/promises";
import { BlockList } from "node:net";
import { type ErrorCode, POSTS } from "@tianyan/api";
import { expect, test } from "vitest";
import { z } from "zod";
import { trustFigure } from "../../packages/db/test/support/trust";
import { addRoutes } from "../src/app";
import { createSessionCookie } from "../src/auth/cookie";
import { identifyBySession } from "../src/auth/identify";
import { createErrorHandler } from "../src/http/errors";
import { createRouter, type Router } from "../src/http/hono";
import { identify, nameRequest } from "../src/http/request";
import { type DeskOfTest, deskOfTest } from "./support/desk";
import { asking, followerIn, personIn } from "./support/person";

const PAGE = new URL("../../docs/permissions.md", import.meta.url);
const ASKERS = ["signed out", ...POSTS, "machine", "follower"] as const;
const NOT_PEOPLE: readonly string[] = ["signed out", "machine", "follower"];
type AskerName = (typeof ASKERS)[number];

const DocumentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z
          .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
          .default([]),
        requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
      }),
    ),
  ),
});

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Values that lead to nothing that is there, so that no call changes what the next finds. */
const VALUES: Readonly<Record<string, string>> = {
  id: "999999999",
  session: "999999999",
  appointment: "999999999",
  date: "2026-01-01",
  name: "nothing.csv",
};

function operationsOf(document: z.output<typeof DocumentSchema>): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody }]): Operation => {
      const query = parameters.filter((given) => given.in === "query" && given.required);
      const type = Object.keys(requestBody?.content ?? {})[0];
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        address: `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => VALUES[name] ?? "none")}?${query
          .map(({ name }) => `${name}=${VALUES[name] ?? "none"}`)
          .join("&")}`,
        headers: { "idempotency-key": "matrix", ...(type === undefined ? {} : { "content-type": type }) },
        body: type === undefined ? undefined : type === "application/json" ? "{}" : " ",
      };
    }),
  );
}

const NOT_SIGNED_IN: readonly ErrorCode[] = ["session.required", "session.unfinished"];
const MAY_NOT: readonly ErrorCode[] = ["permission.denied"];

/** Sign-in itself answers 401 to who does not get in; every other 401 and 403 is a refusal. */
const WAYS_IN = ["POST /api/session", "POST /api/session/link"];

async function refused(name: string, response: Response): Promise<boolean> {
  const { status } = response;
  const text = await response.text();
  expect(status, `${name}: ${text.slice(0, 400)}`).toBeLessThan(500);
  if (status !== 401 && status !== 403) return false;
  const code: ErrorCode = JSON.parse(text).error.code;
  if (WAYS_IN.includes(name) && code === "session.denied") return false;
  expect(status === 401 ? NOT_SIGNED_IN : MAY_NOT, name).toContain(code);
  return true;
}

/** Who may, by operation, as the page says. */
async function pageTable(): Promise<Map<string, AskerName[]>> {
  const rows = (await readFile(PAGE, "utf8"))
    .split("\n")
    .filter((line) => /^\| (`[A-Z]+ \/|operation)/.test(line))
    .map((line) => line.slice(2, -2).split(" | "));
  const [head = [], ...lines] = rows;
  expect(head.slice(2)).toEqual(ASKERS);
  return new Map(
    lines.map(([operation = "", , ...marks]) => [
      operation.replaceAll("`", ""),
      ASKERS.filter((_, index) => marks[index]?.trim() === "●"),
    ]),
  );
}

/** Without what stands before the handlers: the services are on their own. */
function withoutDoors({ county, desk }: DeskOfTest): Router {
  const router = createRouter();
  const cookie = createSessionCookie(false);
  router.onError(createErrorHandler((_, text) => console.error(text)));
  router.use("*", nameRequest(new BlockList()));
  router.use("*", identify(identifyBySession(county.services, cookie)));
  addRoutes(router, county.services, { desk, provider: null, cookie, publicUrl: null });
  return router;
}

test("every operation, asked in every post, answers as docs/permissions.md says, and none is missing there", async () => {
  const { county, router, machine, person } = await deskOfTest();
  const document = await asking(router, person.headers).request("/api/openapi.json");
  const operations = operationsOf(DocumentSchema.parse(await document.json()));
  const page = await pageTable();
  expect(operations.map(({ name }) => name).sort()).toEqual([...page.keys()].sort());

  let calls = 0;
  const told = new Map<string, AskerName[]>(operations.map(({ name }) => [name, []]));
  for (const asker of ASKERS) {
    // What ends a session comes last.
    const ordered = [...operations].sort(
      (a, b) => Number(a.name === "DELETE /api/session") - Number(b.name === "DELETE /api/session"),
    );
    const who =
      asker === "signed out"
        ? asking(router, {})
        : asker === "machine"
          ? machine
          : asker === "follower"
            ? asking(router, await followerIn(county.services))
            : asking(
                router,
                (await personIn(county.services, asker, { scope: asker === "unit_contact" ? { units: ["U1"] } : {} }))
                  .headers,
              );
    for (const { name, method, address, headers, body } of ordered) {
      const response = await who.request(address, { method, headers, ...(body === undefined ? {} : { body }) });
      calls++;
      if (!(await refused(name, response))) told.get(name)?.push(asker);
    }
  }
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(page));
  const [denials] = await county.owner.sql<{ kept: number }[]>`
    select count(*)::int as kept from audit_entry where action = 'permission.denied' and outcome = 'denied'`;
  const denied =
    POSTS.length * operations.length - [...told.values()].flat().filter((asker) => !NOT_PEOPLE.includes(asker)).length;
  expect(denials?.kept).toBeGreaterThanOrEqual(denied);
  trustFigure(
    3,
    "operations × roles asked, unlisted or answered otherwise than docs/permissions.md",
    `${operations.length} × ${POSTS.length} (${calls} calls), 0`,
  );
}, 180_000);

test("with the doors taken away, every service still refuses whoever may not", async () => {
  const desk = await deskOfTest();
  const router = withoutDoors(desk);
  const document = await asking(desk.router, desk.person.headers).request("/api/openapi.json");
  const operations = operationsOf(DocumentSchema.parse(await document.json()));
  const page = await pageTable();
  const open: string[] = [];
  let refusals = 0;
  for (const post of POSTS) {
    const scope = post === "unit_contact" ? { units: ["U1"] } : {};
    const who = asking(router, (await personIn(desk.county.services, post, { scope })).headers);
    for (const { name, method, address, headers, body } of operations) {
      if (page.get(name)?.includes(post)) continue;
      const response = await who.request(address, { method, headers, ...(body === undefined ? {} : { body }) });
      const text = await response.text();
      // What cannot be understood never reaches a service.
      if (response.status === 400 && text.includes("request.invalid")) continue;
      refusals++;
      if (!text.includes("permission.denied")) open.push(`${name} as ${post}: ${response.status} ${text.slice(0, 80)}`);
    }
  }
  expect(open).toEqual([]);
  trustFigure(3, "requests to services without the doors before them, let through", `${refusals}, ${open.length}`);
}, 180_000);
