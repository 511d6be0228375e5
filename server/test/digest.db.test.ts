import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { ApiError } from "@tianyan/api";
import { HOUR, type Instant, instant, MINUTE } from "@tianyan/core";
import { expect, onTestFinished, test } from "vitest";
import { createMail } from "../src/outgoing/smtp";
import { makeDigests } from "../src/services/digests/make";
import { postNext } from "../src/services/digests/post";
import { listDigests, readOwnDigest } from "../src/services/digests/read";
import type { Services } from "../src/services/services";
import { at, type County, createCounty, fileOf } from "./support/county";
import { personIn } from "./support/person";
import { type AtDesk, type TriageOfTest, triageOf } from "./support/triage";

const MORNING = at("2026-11-20T00:00:00Z");
const ADDRESS = "https://tianyan.example";

interface MailServer {
  readonly url: string;
  /** Bodies of the letters that it took. */
  readonly letters: string[];
  /** What it answers to the next letters: it takes them, refuses for now, or says nothing. */
  mood: "takes" | "refuses" | "hangs";
}

/** As much of SMTP as a mail server of the house speaks. */
async function mailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const state = { letters: [] as string[], mood: "takes" as MailServer["mood"] };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    if (state.mood === "hangs") return;
    socket.write("220 post.example ESMTP\r\n");
    let [pending, body] = ["", null as string | null];
    socket.on("data", (chunk) => {
      pending += chunk.toString("utf8");
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (body !== null) {
          if (line === ".") {
            state.letters.push(body);
            body = null;
            socket.write("250 taken\r\n");
          } else body += `${line}\r\n`;
        } else if (/^EHLO/i.test(line)) socket.write("250-post.example\r\n250 8BITMIME\r\n");
        else if (/^MAIL/i.test(line) && state.mood === "refuses") socket.write("451 later\r\n");
        else if (/^DATA/i.test(line)) {
          body = "";
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve(undefined)));
  });
  return Object.assign(state, { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

interface Scene {
  readonly county: County;
  readonly desk: TriageOfTest;
  readonly inspector: AtDesk;
  readonly services: Services;
}

/** A county with a red finding of 甲局, and an inspector. */
async function scene(services: Partial<Services> = {}): Promise<Scene> {
  // What is on record was recorded before the first morning.
  const county = await createCounty(instant(MORNING - HOUR));
  onTestFinished(() => county.drop());
  Object.assign(county.services, services);
  const desk = triageOf(county);
  desk.moveTo(MORNING);
  await flaggedOrder(county, "D1", "张三的电话13812345678路灯不亮");
  return { county, desk, inspector: await desk.sign("inspector"), services: desk.services };
}

async function flaggedOrder(county: County, id: string, title: string): Promise<void> {
  const orders = await fileOf("orders.csv", ["order_id,title", `${id},${title}`]);
  const returns = [10, 11, 13].flatMap((hour) => [
    `${id},2026-11-19 ${hour}:00:00,return_requested,甲局,`,
    `${id},2026-11-19 ${hour}:30:00,return_rejected,,`,
  ]);
  const events = await fileOf("events.csv", [
    "order_id,at,kind,unit,to_unit",
    `${id},2026-11-19 09:00:00,accepted,,`,
    `${id},2026-11-19 09:10:00,dispatched,,甲局`,
    ...returns,
  ]);
  await county.load([orders, events]);
}

const make = (services: Services) => makeDigests(services, { mail: Boolean(services.mail) });
const decoded = (letter: string): string =>
  Buffer.from(letter.slice(letter.indexOf("\r\n\r\n")).replace(/\s/g, ""), "base64").toString("utf8");

test("one a day and person, whoever makes it and however often", async () => {
  const { services, inspector } = await scene();
  const made = await Promise.all([make(services), make(services), make(services)]);
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await make(services)).toBe(0);
  const { items } = await inspector.client.digests();
  expect(items).toMatchObject([{ date: "2026-11-20", seen_at: null, mailed_at: null }]);
});

test("it holds new findings worst first, and neither a title nor anything of the citizen", async () => {
  const { county, services, inspector } = await scene();
  await make(services);
  const digest = await inspector.client.digest("2026-11-20");
  const [part] = digest.parts;
  expect(part?.found.items[0]).toMatchObject({ order_id: "D1", level: "red", units: ["甲局"] });
  expect(part?.found.items.map(({ level }) => level)).toEqual(
    ["red", "orange", "yellow"].flatMap((level) =>
      part?.found.items.map((item) => item.level).filter((one) => one === level),
    ),
  );
  const [row] = await county.owner.sql<{ text: string }[]>`select parts::text as text from digest`;
  expect(row?.text).not.toMatch(/张三|138|路灯/);
});

test("a day later only what is new since is in it; before seven there is none", async () => {
  const { desk, services, inspector } = await scene();
  await make(services);
  desk.moveTo(at("2026-11-20T22:00:00Z"));
  expect(await make(services)).toBe(0);
  desk.moveTo(at("2026-11-20T23:30:00Z"));
  await make(services);
  const { parts } = await readOwnDigest(services, inspector.actor, "2026-11-21");
  expect(parts[0]?.found.items.map(({ rule }) => rule)).not.toContain("rejected-returns");
});

test("each post is told what it may see: other districts and other units are not in it", async () => {
  const { desk, services } = await scene();
  const elsewhere = await desk.sign("inspector", { scope: { districts: ["别处街道"] } });
  const contact = await desk.sign("unit_contact", { scope: { units: ["乙局"] } });
  const leader = await desk.sign("leader");
  await make(services);
  const told = async ({ client }: AtDesk) => (await client.digest("2026-11-20")).parts[0];
  expect(await told(elsewhere)).toMatchObject({ found: { total: 0 }, approvals: null });
  expect(await told(contact)).toMatchObject({ found: { total: 0 }, cases: null, measures: { total: 0 }, watched: [] });
  expect(await told(leader)).toMatchObject({ cases: null, approvals: { total: 0 } });
});

test("a person reads their own alone, and it is marked as read once", async () => {
  const { county, desk, services, inspector } = await scene();
  await make(services);
  const other = await desk.sign("inspector");
  await expect(other.client.digest("2026-11-20")).rejects.toMatchObject({ code: "digest.not_found" });
  const seen = await inspector.client.seeDigest("2026-11-20");
  expect(seen.seen_at).not.toBeNull();
  desk.moveTo(instant(MORNING + MINUTE));
  expect((await inspector.client.seeDigest("2026-11-20")).seen_at).toBe(seen.seen_at);
  const lines = await county.owner.sql`select from audit_entry where action = 'digest.seen'`;
  expect(lines).toHaveLength(1);
});

test("new matches of watch rules are in it", async () => {
  const { county, services, inspector } = await scene();
  const condition = { is: "count", what: "rejected_returns", at_least: 3 } as const;
  await inspector.client.addWatchRule({ name: "三次驳回", condition, on: true });
  await flaggedOrder(county, "D2", "井盖缺失");
  await make(services);
  expect((await inspector.client.digest("2026-11-20")).parts[0]?.watched).toMatchObject([
    { name: "三次驳回", fresh: 1, matches: 2 },
  ]);
});

const wanting = async ({ client }: AtDesk) =>
  client.changeDigestSetting({ mail: true, address: "jiandu@house.example" });

test("who wants it by mail gets it, from a mail server that fails, hangs and comes back, once", async () => {
  const house = await mailServer();
  const mail = createMail({ url: house.url, from: "tianyan@house.example", domains: ["house.example"] }, 500);
  const { desk, services, inspector } = await scene({ mail });
  await wanting(inspector);
  await make(services);
  const log: string[] = [];
  const post = () => postNext(services, ADDRESS, (text) => log.push(text));
  const later = (minutes: number) => desk.moveTo(instant(services.now() + minutes * MINUTE) as Instant);

  house.mood = "refuses";
  expect(await post()).toBe(true);
  expect(await post()).toBe(false);
  house.mood = "hangs";
  later(5);
  expect(await post()).toBe(true);
  expect(log).toHaveLength(2);
  expect(house.letters).toEqual([]);

  house.mood = "takes";
  later(10);
  expect(await Promise.all([post(), post()])).toContain(true);
  expect(await post()).toBe(false);
  expect(house.letters).toHaveLength(1);
  const [letter = ""] = house.letters;
  expect(letter).toMatch(/^To: jiandu@house\.example/m);
  expect(letter).toMatch(/^Message-ID:\s+<digest\.2026-11-20\./im);
  expect(decoded(letter)).toContain("[红] 反复退单 甲局 D1");
  expect(decoded(letter)).toContain(`${ADDRESS}/digest?date=2026-11-20`);
  expect(decoded(letter)).not.toMatch(/张三|138|路灯/);
  expect((await listDigests(services, inspector.actor)).items[0]?.mailed_at).not.toBeNull();
});

test("a mail server that stays away for a day is given up, and the digest is there all the same", async () => {
  const mail = createMail({ url: "smtp://127.0.0.1:1", from: "tianyan@house.example", domains: [] }, 500);
  const { desk, services, inspector } = await scene({ mail });
  await wanting(inspector);
  await make(services);
  const log: string[] = [];
  for (let tries = 0; tries < 60; tries++) {
    await postNext(services, ADDRESS, (text) => log.push(text));
    desk.moveTo(instant(services.now() + HOUR));
  }
  expect(log.at(-1)).toContain("given up");
  expect(log.length).toBeLessThan(40);
  expect((await readOwnDigest(services, inspector.actor, "2026-11-20")).parts).toHaveLength(1);
});

test("mail goes only where the installation mails to, and only where it is set up", async () => {
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => "done",
      (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
    );
  const { inspector } = await scene();
  expect((await inspector.client.digestSetting()).domains).toBeNull();
  expect(await codeOf(wanting(inspector))).toBe("digest.no_mail");
  const mail = createMail({ url: "smtp://127.0.0.1:1", from: "tianyan@house.example", domains: ["house.example"] });
  const { inspector: mailed } = await scene({ mail });
  const set = (address: string | null) => codeOf(mailed.client.changeDigestSetting({ mail: true, address }));
  expect(await set(null)).toBe("digest.address_missing");
  expect(await set("me@elsewhere.example")).toBe("digest.address_outside");
  expect(await set("me@House.example")).toBe("done");
});

test("people who left get none", async () => {
  const { services, county } = await scene();
  const left = await personIn(services, "inspector");
  await county.owner.sql`update account set disabled_at = now() where id = ${left.account}::bigint`;
  expect(await make(services)).toBe(1);
});
