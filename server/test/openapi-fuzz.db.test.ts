import { setTimeout as wait } from "node:timers/promises";
import { ErrorBodySchema, may, PERMISSION_OF_ROUTE, type Permission, POSTS, type Post } from "@tianyan/api";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { type CaseDesk, caseDesk } from "./support/cases";
import { demoFiles } from "./support/demo";
import { type Operation, operationsOf, type Schema } from "./support/fuzz/schema";
import { files, type Known, valuesOf } from "./support/fuzz/values";
import { type Asking, asking, personIn } from "./support/person";

const INPUTS = trustCount(4, 200);
/** FUZZ_SEED=… asks the same again; FUZZ_ONLY=… only the operations whose name holds it. */
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ONLY = process.env.FUZZ_ONLY ?? "";

interface Input {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

const word = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
/** Lone surrogates cannot stand in an address. */
const inAddress = (value: unknown): string => encodeURIComponent(word(value).replace(/\p{Surrogate}/gu, "\ufffd"));
/** Nothing, or dots, would make another address of it. */
const inPath = (value: unknown): string => (/^\.{0,2}$/.test(word(value)) ? "none" : inAddress(value));
/** What a header can hold. */
const inHeader = (value: unknown): string =>
  word(value)
    .replace(/[^\x20-\x7e]/g, "")
    .trim();

/** Parameters of one place, each left out now and then unless it stands in the path. */
function parametersIn({ parameters }: Operation, place: string, known: Known): fc.Arbitrary<[string, unknown][]> {
  const own = parameters.filter((given) => given.in === place);
  const each = own.map(({ name, schema }) => {
    const value = valuesOf(schema, known, name).map((found): [string, unknown] => [name, found]);
    return place === "path" ? value : fc.option(value, { nil: null });
  });
  return fc.tuple(...each).map((pairs) => pairs.filter((pair) => pair !== null));
}

function bodiesOf({ requestBody }: Operation, known: Known): fc.Arbitrary<Pick<Input, "body" | "headers">> {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === undefined) return fc.constant({ body: undefined, headers: {} });
  const headers = { "content-type": type };
  if (type !== "application/json") return files.map((body) => ({ body, headers }));
  const told = valuesOf((content?.schema ?? {}) as Schema, known).map((value) => JSON.stringify(value) ?? "");
  const broken = fc.constantFrom("", "{", "[", "nul", '{"a":', "\0", "[".repeat(5_000));
  return fc.oneof({ weight: 19, arbitrary: told }, { weight: 1, arbitrary: broken }).map((body) => ({ body, headers }));
}

function inputsOf(operation: Operation, known: Known): fc.Arbitrary<Input> {
  const query = parametersIn(operation, "query", known);
  const headers = parametersIn(operation, "header", known);
  return fc
    .tuple(parametersIn(operation, "path", known), query, headers, bodiesOf(operation, known))
    .map(([path, asked, head, { body, headers: type }]) => {
      const place = path.reduce((text, [name, value]) => text.replace(`{${name}}`, inPath(value)), operation.path);
      const pairs = asked.flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one) => `${inAddress(name)}=${inAddress(one)}`),
      );
      const own = Object.fromEntries(head.map(([name, value]) => [name, inHeader(value)]));
      return { address: `${place}?${pairs.join("&")}`, headers: { ...own, ...type }, body };
    });
}

const postsFor = (operation: Operation): readonly Post[] => {
  const asked = PERMISSION_OF_ROUTE[operation.name as keyof typeof PERMISSION_OF_ROUTE];
  const allowed = POSTS.filter((post) => may(post, asked as Permission));
  return allowed.length > 0 ? allowed : POSTS;
};

/** People of every post, signed in anew where something ended their session. */
function everybody({ county, router, machine }: CaseDesk) {
  const people = new Map<Post, Asking>();
  const enter = async (post: Post): Promise<Asking> => {
    const scope = post === "unit_contact" ? { units: ["甲局"] } : {};
    const asks = asking(router, (await personIn(county.services, post, { scope })).headers);
    people.set(post, asks);
    return asks;
  };
  return async (operation: Operation, post: Post, { address, headers, body }: Input): Promise<Response> => {
    const asked = PERMISSION_OF_ROUTE[operation.name as keyof typeof PERMISSION_OF_ROUTE];
    const init = { method: operation.method, headers, ...(body === undefined ? {} : { body }) };
    if (asked === "ingest.write") return machine.request(address, init);
    const response = await (people.get(post) ?? (await enter(post))).request(address, init);
    if (response.status !== 401) return response;
    return (await enter(post)).request(address, init);
  };
}

/** Ids and codes of what is there. */
async function knownIn(desk: CaseDesk): Promise<Known> {
  const { sql } = desk.county.owner;
  const list = async (query: string): Promise<string[]> =>
    (await sql.unsafe(query).values()).map(([one]) => String(one));
  const orders = await list("select order_id from orders order by order_id limit 12");
  const units = await list("select code from unit order by code limit 12");
  const accounts = await list("select id from account order by id");
  const ids = [...accounts.slice(0, 3), "1", "2", "3", "4"];
  const measures = await list("select id from case_measure");
  return {
    source: ["12345"],
    order_id: orders,
    key: await list("select key from finding order by key limit 12"),
    unit: units,
    units,
    code: units,
    into: units,
    parent: units,
    id: ids,
    entry: [...measures, "1", "2"],
    account: accounts,
    category: await list("select distinct category from orders limit 5"),
    version: ["1"],
    "idempotency-key": ["a", "b"],
  };
}

interface Told {
  calls: number;
  readonly statuses: Map<number, number>;
  readonly wrong: string[];
}

async function look(operation: Operation, input: Input, response: Response, told: Told): Promise<void> {
  const { status } = response;
  const text = await response.text();
  told.calls++;
  told.statuses.set(status, (told.statuses.get(status) ?? 0) + 1);
  const why =
    status >= 500
      ? "fails"
      : !Object.hasOwn(operation.responses, String(status))
        ? "is not described"
        : status >= 400 && !ErrorBodySchema.safeParse(JSON.parse(text)).success
          ? "is no error as described"
          : null;
  if (why === null) return;
  const body = typeof input.body === "string" ? input.body.slice(0, 400) : "";
  told.wrong.push(
    `${operation.name}: ${status} ${why}: ${input.address.slice(0, 300)} ${body} → ${text.slice(0, 200)}`,
  );
}

test("whatever an operation is asked, it answers as described, and never fails", {
  timeout: INPUTS * 20_000 + 120_000,
}, async () => {
  const desk = await caseDesk();
  const demo = await demoFiles(60);
  onTestFinished(demo.remove);
  await desk.county.load(demo.all);
  await desk.at("rectify");
  const ask = everybody(desk);
  const document = await desk.app.request("/api/openapi.json");
  const operations = operationsOf(await document.json()).filter(({ name }) => name.includes(ONLY));
  const known = await knownIn(desk);
  const told: Told = { calls: 0, statuses: new Map(), wrong: [] };
  for (const operation of operations) {
    const post = fc.constantFrom(...postsFor(operation));
    const inputs = fc.sample(fc.tuple(post, inputsOf(operation, known)), { numRuns: INPUTS, seed: SEED });
    for (const [who, input] of inputs) await look(operation, input, await ask(operation, who, input), told);
  }
  expect(told.wrong, `FUZZ_SEED=${SEED}`).toEqual([]);
  while (desk.desk.runner.size > 0) await wait(20);
  const failed = await desk.county.owner.sql`
    select error from import_job where error->>'code' = 'server.failed'
    union all select error from registry_change where error->>'code' = 'server.failed'`;
  expect(failed, `FUZZ_SEED=${SEED}`).toEqual([]);
  await desk.county.check();
  const answers = [...told.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  trustFigure(
    11,
    `operations × inputs, calls by answer; 5xx, undocumented answers`,
    `${operations.length} × ${INPUTS}, ${answers.join(", ")}; 0, 0`,
  );
});
