import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { trustFigure } from "../../packages/db/test/support/trust";
import { createApp } from "../src/app";
import { createDesk, type Desk } from "../src/services/desk";
import { ACTS, type Acting, type Stage } from "./support/acts";
import { type County, createCounty } from "./support/county";
import { RECEIVER } from "./support/follow-acts";
import { asking, machineIn, personIn } from "./support/person";

let county: County;
let desk: Desk;
let folder: string;
let stage: Stage;
beforeAll(async () => {
  county = await createCounty();
  folder = await mkdtemp(join(tmpdir(), "tianyan-audit-routes-"));
  desk = createDesk({ folder, outgoing: { allowHosts: [RECEIVER] } });
  const provider = {
    issuer: "https://sso.example",
    depart: () => Promise.reject(new Error("nobody departs")),
    arrive: () => Promise.reject(new Error("nobody arrives")),
    farewell: async () => null,
  };
  const app = createApp({ services: county.services, web: "/nonexistent", log: () => undefined, desk, provider });
  const asks: Stage["asks"] = ({ headers }) => asking(app, headers);
  let held = 0;
  stage = {
    county,
    asks,
    nobody: asking(app, {}),
    machine: asking(app, await machineIn(county.services)),
    async as(post, options) {
      const person = await personIn(county.services, post, options);
      return { ...person, asks: asks(person) };
    },
    hold() {
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      held += 1;
      void desk.runner
        .add("held by a test", () => released)
        .then(() => {
          held -= 1;
        });
      return release;
    },
    async settled() {
      while (held === 0 ? desk.runner.size + desk.ingesting.size > 0 : desk.ingesting.size > 0) await wait(5);
    },
  };
});
afterAll(async () => {
  await desk.runner.close(new Error("the test ends"));
  await county.drop();
  await rm(folder, { recursive: true, force: true });
});

/** What is not undone on purpose: attempts count as failed from their beginning, requests are counted, visits noted. */
const NOT_COUNTED = ["sign_in_attempt", "rate_limit", "import_staging"];
const NOT_LOOKED_AT = ["last_seen_at", "last_used_at", "failures", "locked_until", "failed_at"];

/** One hash for each table. */
async function state(): Promise<Record<string, string>> {
  const { sql } = county.owner;
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const hashes: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !NOT_COUNTED.includes(table.name))) {
    const [row] = await sql<{ hash: string }[]>`
      select md5(coalesce(string_agg(r, '' order by r), '')) as hash
      from (select (to_jsonb(t) - ${NOT_LOOKED_AT}::text[])::text as r from ${sql(name)} t) t`;
    hashes[name] = row?.hash ?? "";
  }
  return hashes;
}

const revoked = {
  name: "the function is not theirs any more",
  broken: "revoke execute on function audit_append(jsonb) from tianyan_app, tianyan_replay",
  mended: "grant execute on function audit_append(jsonb) to tianyan_app, tianyan_replay",
};
const refused = {
  name: "the table takes no rows",
  broken: "alter table audit_entry add constraint broken check (false) not valid",
  mended: "alter table audit_entry drop constraint broken",
};

const operations = Object.keys(ACTS) as Acting[];
let refusals = 0;

test.each(operations.map((name, index) => [name, index % 2 === 0 ? revoked : refused] as const))(
  "%s: without the trail nothing happens; with it, the trail tells of the request",
  { timeout: 60_000 },
  async (name, { broken, mended }) => {
    const act = await ACTS[name](stage);
    await stage.settled();
    const before = await state();
    await county.owner.sql.unsafe(broken);
    try {
      const refusal = await act.asks.request(act.path, act.init);
      const text = await refusal.text();
      expect(refusal.status, text).toBeGreaterThanOrEqual(500);
      await stage.settled();
      expect(await state()).toEqual(before);
      refusals += 1;
    } finally {
      await county.owner.sql.unsafe(mended);
    }
    const sent = act.asks.request(act.path, act.init);
    act.meanwhile?.();
    const response = await sent;
    const text = await response.text();
    expect(response.status, text).toBeLessThan(400);
    act.after?.();
    await stage.settled();
    const request = response.headers.get("x-request-id") ?? "";
    const rows = await county.owner.sql`select from audit_entry where request = ${request} and outcome = 'done'`;
    expect(rows.length).toBeGreaterThanOrEqual(1);
  },
);

test("no operation of the OpenAPI document that is more than a question is left out", async () => {
  const { asks } = await stage.as("leader");
  const paths = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
  const document = paths.parse(await (await asks.request("/api/openapi.json")).json());
  const named = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(named.filter((name) => !name.startsWith("GET ")).sort()).toEqual([...operations].sort());
  trustFigure(
    5,
    "changing operations refused while the trail cannot be written",
    `${refusals} of ${operations.length}`,
  );
});

test("nothing in the trail is of a person", async () => {
  const rows = await county.owner.sql<{ payload: string }[]>`select payload from audit_entry`;
  for (const { payload } of rows) {
    expect(payload).not.toContain("13812345678");
    expect(payload).not.toContain("Xunshi-202");
  }
});
