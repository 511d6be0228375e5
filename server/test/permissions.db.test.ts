import { readFile } from "node:fs/promises";
import { type ErrorCode, POSTS } from "@tianyan/api";
import { expect, test } from "vitest";
import { z } from "zod";
import { trustFigure } from "../../packages/db/test/support/trust";
import { deskOfTest } from "./support/desk";
import { asking, personIn } from "./support/person";

const PAGE = new URL("../../docs/permissions.md", import.meta.url);
const ASKERS = ["signed out", ...POSTS, "machine"] as const;
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
    POSTS.length * operations.length -
    [...told.values()].flat().filter((asker) => asker !== "signed out" && asker !== "machine").length;
  expect(denials?.kept).toBeGreaterThanOrEqual(denied);
  trustFigure(
    3,
    "operations × roles asked, unlisted or answered otherwise than docs/permissions.md",
    `${operations.length} × ${POSTS.length} (${calls} calls), 0`,
  );
}, 180_000);
