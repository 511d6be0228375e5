import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FEED_KINDS, FeedEntrySchema, OpenCaseSchema, type WebhookFields } from "@tianyan/api";
import { DAY, HOUR, type Instant, instant, MINUTE } from "@tianyan/core";
import { expect, onTestFinished, test } from "vitest";
import { actOnCase } from "../src/services/cases/act";
import { addPerson } from "../src/services/cases/add-person";
import { openCase } from "../src/services/cases/open";
import { tellFresh } from "../src/services/follow/tell";
import type { Services } from "../src/services/services";
import { listDeliveries } from "../src/services/webhooks/deliveries";
import { sendDue } from "../src/services/webhooks/send";
import { addWebhook, changeWebhook, listWebhooks } from "../src/services/webhooks/webhooks";
import { caseDesk } from "./support/cases";

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = (response: ServerResponse, path: string) => void;

/** Another system, on this machine. It takes everything unless `answer` says otherwise. */
async function receiver() {
  const received: Received[] = [];
  let answer: Answer = (response) => response.writeHead(204).end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      received.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      answer(response, path);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    received,
    answers: (given: Answer) => {
      answer = given;
    },
  };
}

/** A desk that may call `case.test`, which is the receiver; its clock is moved by hand. */
async function setup(timeoutMs = 5_000) {
  const other = await receiver();
  const outgoing = { allowHosts: ["case.test"], timeoutMs, resolve: async () => ["127.0.0.1"] };
  const desk = await caseDesk({ outgoing });
  let now = desk.county.services.now();
  const services: Services = { ...desk.county.services, now: () => now };
  const admin = await desk.as("system_admin");
  const fields: WebhookFields = {
    name: "案件系统",
    url: `http://case.test:${other.port}/hook`,
    kinds: [...FEED_KINDS],
    enabled: true,
  };
  return {
    ...other,
    desk,
    services,
    admin,
    fields,
    pass: (span: number): Instant => {
      now = instant(now + span);
      return now;
    },
    add: (given: Partial<WebhookFields> = {}) => addWebhook(services, desk.desk, admin.actor, { ...fields, ...given }),
    open: (title = "窗口推诿") =>
      openCase(services, desk.liaison.actor, OpenCaseSchema.parse({ title, units: ["甲局"] })),
    turn: async () => {
      await tellFresh(services);
      await sendDue(services, desk.desk);
    },
    deliveries: async () =>
      (await listDeliveries(services, admin.actor, { state: [], limit: 100 })).items.map((item) => item),
  };
}

function holds({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return headers["webhook-signature"] === `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
}

test("a change of a case is told once, signed, in the order of the feed, and without whom it dealt with", async () => {
  const { desk, services, add, open, turn, received, deliveries } = await setup();
  const { secret, webhook } = await add();
  const held = await open("赵小明 13812345678 投诉窗口推诿");
  const moved = await actOnCase(services, desk.liaison.actor, held.id, {
    action: "accept_check",
    version: held.version,
    reason: "",
  });
  const person = { name: "孙八成", unit: "甲局", post: "科长", discipline: "work", form: 1, sanction: null } as const;
  await addPerson(services, desk.liaison.actor, held.id, {
    ...person,
    version: moved.version,
    decided_on: "2026-11-20",
    paper: "纪〔2026〕1号",
  });
  await turn();
  await turn();
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual(["1", "2"]);
  expect(received.every((message) => holds(message, secret))).toBe(true);
  expect(received.map(({ body }) => FeedEntrySchema.parse(JSON.parse(body)))).toMatchObject([
    { seq: "1", kind: "case.opened", case: { id: held.id, number: held.number, stage: "clue", version: 1 } },
    { kind: "case.moved", case: { stage: "check", from: "clue", action: "accept_check", version: 2 }, finding: null },
  ]);
  const all = received.map(({ body }) => body).join("\n");
  for (const word of ["赵小明", "13812345678", "孙八成", "科长", desk.liaison.actor.name])
    expect(all).not.toContain(word);
  expect((await deliveries()).map(({ state, attempts, status }) => [state, attempts, status])).toEqual([
    ["sent", 1, 204],
    ["sent", 1, 204],
  ]);
  const { webhooks } = await listWebhooks(services, desk.desk, (await desk.as("system_admin")).actor);
  expect(webhooks).toMatchObject([{ id: webhook.id, sent: 2, waiting: 0, dead: 0 }]);
  expect(JSON.stringify(webhooks)).not.toContain(secret);
  const [stored] = await desk.county.owner.sql<{ sealed: Buffer }[]>`select sealed from webhook`;
  const plain = Buffer.from(secret.replace("whsec_", ""), "base64");
  expect(stored?.sealed.includes(plain)).toBe(false);
});

test("a receiver that fails is tried again, later and later, for a day; then somebody can send it again", async () => {
  const { add, open, turn, received, answers, pass, deliveries, desk, admin } = await setup();
  await add();
  answers((response) => response.writeHead(500).end("no"));
  await open();
  await turn();
  await turn();
  expect(received).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: "waiting", attempts: 1, status: 500, failure: "refused" }]);
  const pauses: number[] = [];
  let before = 0;
  for (let minutes = 0; minutes <= 26 * 60; minutes++) {
    pass(MINUTE);
    await turn();
    if (received.length > 1 + pauses.length) {
      pauses.push(minutes - before);
      before = minutes;
    }
  }
  expect(pauses.length).toBeGreaterThanOrEqual(8);
  expect(pauses.slice(1).every((pause, index) => pause >= (pauses[index] ?? 0))).toBe(true);
  const [dead] = await deliveries();
  expect(dead).toMatchObject({ state: "dead", due_at: null, status: 500 });
  answers((response) => response.writeHead(200).end());
  await admin.client.sendAgain(dead?.id ?? "");
  await turn();
  expect(await deliveries()).toMatchObject([{ state: "sent", attempts: 1, status: 200, failure: null }]);
  const ids = new Set(received.map(({ headers }) => headers["webhook-id"]));
  expect(ids.size).toBe(1);
  const audit = await desk.county.owner.sql<{ action: string }[]>`
    select action from audit_entry where action like 'webhook.%' order by seq`;
  expect(audit.map(({ action }) => action)).toEqual(["webhook.added", "webhook.again"]);
});

test("a receiver that hangs, lies, breaks off or leads elsewhere is not waited for, believed or followed", async () => {
  const { add, open, turn, received, answers, pass, deliveries, services } = await setup(300);
  await add();
  const ways: readonly (readonly [string, Answer, number | null])[] = [
    ["timed_out", () => undefined, null],
    ["redirected", (response) => response.writeHead(307, { location: "/secret" }).end(), 307],
    ["unreachable", (response) => response.destroy(), null],
    ["refused", (response) => response.writeHead(404).end("{}"), 404],
    ["forbidden", (response) => response.writeHead(200).end("x".repeat(100_000)), null],
  ];
  await open();
  for (const [failure, way, status] of ways) {
    answers(way);
    await turn();
    expect(await deliveries(), failure).toMatchObject([{ state: "waiting", failure, status }]);
    pass(4 * HOUR);
  }
  expect(received.some(({ path }) => path === "/secret")).toBe(false);
  await services.work.sql`update webhook_delivery set due_at = ${services.now()}::timestamptz`;
  answers((response) => response.writeHead(204).end());
  await turn();
  expect(await deliveries()).toMatchObject([{ state: "sent", status: 204 }]);
});

test("only hosts that those who run the server named are called, wherever their names lead", async () => {
  const { services, desk, admin, fields, add, open, turn, received, deliveries, pass } = await setup();
  const refusedFor = (url: string): Promise<unknown> => add({ url });
  for (const url of ["https://elsewhere.test/", "http://127.0.0.1:1/", "http://case.test.evil/", "http://[::1]/"])
    await expect(refusedFor(url), url).rejects.toMatchObject({ code: "webhook.host_not_allowed" });
  for (const url of ["ftp://case.test/", "http://user:pass@case.test/"])
    await expect(refusedFor(url), url).rejects.toMatchObject({ code: "webhook.address" });
  const { webhook } = await add();
  const metadata = { ...desk.desk, outgoing: { allowHosts: ["case.test"], resolve: async () => ["169.254.169.254"] } };
  const nowhere = { ...desk.desk, outgoing: { allowHosts: [] } };
  await open();
  await tellFresh(services);
  for (const forbidding of [metadata, nowhere]) {
    await sendDue(services, forbidding);
    expect(await deliveries()).toMatchObject([{ state: "waiting", failure: "forbidden", status: null }]);
    pass(HOUR);
  }
  expect(received).toEqual([]);
  await changeWebhook(services, desk.desk, admin.actor, webhook.id, { ...fields, enabled: false });
  await turn();
  expect(received).toEqual([]);
  pass(DAY);
});

test("one that hangs holds up no other, and what was on its way when the server was killed is sent again", async () => {
  const { add, open, turn, received, answers, pass, deliveries, services, port } = await setup(1_000);
  await add({ name: "慢", url: `http://case.test:${port}/slow` });
  await add({ name: "快", url: `http://case.test:${port}/fast` });
  answers((response, path) => {
    if (path === "/fast") response.writeHead(204).end();
  });
  await open();
  await open();
  await turn();
  expect(received.filter(({ path }) => path === "/fast")).toHaveLength(2);
  expect(received.filter(({ path }) => path === "/slow")).toHaveLength(1);
  // As it stands when somebody took a message and was killed before the answer came.
  await services.work.sql`
    update webhook_delivery set due_at = ${services.now() + MINUTE}::timestamptz, attempts = 1 where state = 'waiting'`;
  answers((response) => response.writeHead(204).end());
  await turn();
  expect((await deliveries()).filter(({ state }) => state === "waiting")).toHaveLength(2);
  pass(MINUTE);
  await turn();
  expect((await deliveries()).every(({ state }) => state === "sent")).toBe(true);
});
