import { randomUUID } from "node:crypto";
import {
  createClient,
  ErrorBodySchema,
  type FeedEntry,
  FeedPageSchema,
  type NewFollowerInput,
  OpenCaseSchema,
} from "@tianyan/api";
import { DAY, type Instant, instant } from "@tianyan/core";
import { expect, test } from "vitest";
import { machineOf } from "../src/auth/by-key";
import { openCase } from "../src/services/cases/open";
import { readFeedPage } from "../src/services/follow/feed";
import { lookAgain, sweepFeed, tellFresh } from "../src/services/follow/tell";
import type { Services } from "../src/services/services";
import { json } from "./support/acting";
import { type CaseDesk, caseDesk } from "./support/cases";
import { fileOf } from "./support/county";
import { asking } from "./support/person";

const BOTH: NewFollowerInput = { name: "案件系统", reads: ["cases.read", "findings.read"] };

/** Another system with a key of its own. */
async function follower(desk: CaseDesk, given: Partial<NewFollowerInput> = {}) {
  const admin = await desk.as("system_admin");
  const { secret, follower: key } = await admin.client.addFollower({ ...BOTH, ...given });
  const authorization = `Bearer ${secret}`;
  const asks = asking(desk.router, { authorization });
  const actor = await machineOf(desk.county.services, authorization, { requestId: "test", address: "" });
  return {
    asks,
    actor,
    admin,
    key,
    client: createClient("http://desk", async (url, init) => asks.request(String(url), init)),
  };
}

const open = (services: Services, desk: CaseDesk, unit = "甲局", title = "窗口推诿") =>
  openCase(services, desk.liaison.actor, OpenCaseSchema.parse({ title, units: [unit] }));

const codeOf = async (response: Response): Promise<string> => ErrorBodySchema.parse(await response.json()).error.code;
const kindsOf = (items: readonly FeedEntry[]): string[] => items.map(({ kind }) => kind);

test("a key reads what it is for within its scope, and changes nothing", async () => {
  const desk = await caseDesk();
  const other = await open(desk.county.services, desk, "乙局");
  const own = await open(desk.county.services, desk, "甲局一所");
  const { client, asks, admin, key } = await follower(desk, { units: ["甲局"] });
  expect((await client.cases()).items.map(({ id }) => id)).toEqual([own.id]);
  expect((await client.case(own.id)).people).toBeNull();
  await expect(client.case(other.id)).rejects.toMatchObject({ code: "case.not_found" });
  expect((await client.findings({ view: "all" })).items.every(({ order_id }) => order_id === "J1")).toBe(true);
  expect((await client.feed()).items.map(({ case: told }) => told?.id)).toEqual([own.id]);
  for (const [path, init] of [
    [`/api/cases/${own.id}/comments`, json("POST", { text: "好" })],
    [`/api/cases/${own.id}/actions`, json("POST", { action: "accept_check", version: 1 })],
    ["/api/cases", json("POST", { title: "新案" })],
    ["/api/colleagues", {}],
    ["/api/orders", {}],
    ["/api/session/mine", {}],
    ["/api/ingest", { method: "POST", headers: { "idempotency-key": "k" }, body: "" }],
  ] as const)
    expect(await codeOf(await asks.request(path, init)), path).toBe("permission.denied");

  const cases = await follower(desk, { reads: ["cases.read"] });
  expect((await cases.client.cases()).total).toBe(2);
  expect(await codeOf(await cases.asks.request("/api/findings"))).toBe("permission.denied");
  const nobody = await follower(desk, { sources: ["elsewhere"] });
  expect([(await nobody.client.cases()).total, (await nobody.client.feed()).items]).toEqual([0, []]);

  await admin.client.endFollower(key.id);
  expect(await codeOf(await asks.request("/api/feed"))).toBe("key.invalid");
  const { followers } = await admin.client.followers();
  expect(followers.map(({ in_force }) => in_force)).toEqual([true, true, false]);
});

test("whoever asks for what came after a number misses nothing, whoever changes things at once", async () => {
  const desk = await caseDesk();
  const { services, owner } = desk.county;
  const { actor } = await follower(desk);
  const seen: FeedEntry[] = [];
  let after: string | undefined;
  let writing = true;
  const reading = (async () => {
    for (let last = false; !last; ) {
      last = !writing;
      const page = await readFeedPage(services, actor, { after, kind: [], limit: 3 });
      FeedPageSchema.parse(page);
      seen.push(...page.items);
      after = page.next;
      if (page.more) last = false;
    }
  })();
  // One that takes its place early and commits late: what came meanwhile must not hide it.
  const late = owner.sql.begin(async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into supervision_case (year, no, title, note, origin, stage, stage_since, opened_by, opened_at)
      values (2025, 1, '旧案', '', 'hand', 'clue', now(), 'test', now()) returning id`;
    await tx`
      insert into case_event (case_id, at, kind, actor, post, reason)
      values (${row?.id ?? ""}::bigint, now(), 'opened', 'test', 'liaison', '')`;
    await tx`select pg_sleep(0.4)`;
  });
  await Promise.all(Array.from({ length: 20 }, () => open(services, desk)));
  await late;
  writing = false;
  await reading;
  expect(seen.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  expect(new Set(seen.map(({ case: told }) => told?.number)).size).toBe(21);
}, 30_000);

test("findings are told when they come, when only time raises them, when they go, and when somebody decides", async () => {
  const desk = await caseDesk();
  let now = desk.county.services.now();
  const services: Services = { ...desk.county.services, now: () => now };
  const { actor, client } = await follower(desk);
  const ask = async (after: string) => {
    now = instant(now + 60_000) as Instant;
    return readFeedPage(services, actor, { after, kind: [], limit: 500 });
  };
  const begin = await client.feed();
  // What stood on the list when somebody began to follow is listed, not told.
  expect(begin.items).toEqual([]);
  const lines = ["order_id,at,kind,unit,to_unit,due_at", "N1,2026-11-20 09:00:00,accepted,,,2026-11-25 18:00:00"];
  const whole = ["signed,甲局", "completed,甲局", "closed,centre"].map(
    (deed, hour) => `N0,2026-11-19 1${hour}:00:00,${deed},,`,
  );
  const rows = [
    "N0,2026-11-19 09:00:00,dispatched,centre,甲局,",
    ...whole,
    "N1,2026-11-20 09:10:00,dispatched,centre,甲局,",
  ];
  await desk.county.load([await fileOf("events.csv", [...lines, ...rows])]);
  const steps: FeedEntry[] = [];
  let at = begin.next;
  for (let day = 0; day < 30; day++) {
    const { items, next } = await ask(at);
    steps.push(...items.filter(({ finding }) => finding?.order_id === "N1"));
    at = next;
    now = instant(now + DAY);
  }
  const overdue = steps.filter(({ finding }) => finding?.rule === "overdue");
  expect(kindsOf(overdue).slice(0, 2)).toEqual(["finding.appeared", "finding.risen"]);
  expect(overdue.map(({ finding }) => finding?.level)).toEqual([
    ...new Set(overdue.map(({ finding }) => finding?.level)),
  ]);
  expect(overdue[0]?.finding).toMatchObject({ source: "12345", units: ["甲局"], decision: null });

  await desk.county.load([await fileOf("events.csv", [lines[0] ?? "", "N1,2026-11-21 09:00:00,completed,甲局,,"])]);
  const cleared = await ask(at);
  expect(cleared.items.some(({ kind, finding }) => kind === "finding.cleared" && finding?.rule === "overdue")).toBe(
    true,
  );

  const { items } = await desk.inspector.client.findings({ view: "all" });
  const [finding] = items.filter(({ order_id }) => order_id === "J1");
  const { source = "", order_id = "", key = "" } = finding ?? {};
  const act = randomUUID();
  await desk.inspector.client.decide({
    act,
    findings: [{ source, order_id, key, seen: null }],
    kind: "dismissed",
    reason: "minor",
    text: "赵六反映的另一件事",
  });
  await desk.inspector.client.undoDecisions(act);
  const decided = await ask(cleared.next);
  const told = decided.items.filter(({ finding }) => finding?.order_id === "J1");
  expect(kindsOf(told)).toEqual(["finding.decided", "finding.decision_undone"]);
  expect(told[0]?.finding).toMatchObject({ key, decision: "dismissed", reason: "minor" });
  expect(JSON.stringify(decided)).not.toContain("赵六");
}, 60_000);

test("what is not kept any more is said to be gone, and what nobody follows is not compared", async () => {
  const desk = await caseDesk();
  const { owner, services } = desk.county;
  await lookAgain(services, 0);
  expect(await owner.sql`select from finding_told`).toHaveLength(0);
  const { actor, admin, key } = await follower(desk);
  await open(services, desk);
  await tellFresh(services);
  const later: Services = { ...services, now: () => instant(services.now() + 31 * DAY) };
  await sweepFeed(later);
  const query = { kind: [], limit: 10 };
  await expect(readFeedPage(services, actor, { ...query, after: "0" })).rejects.toMatchObject({ code: "feed.gone" });
  await expect(readFeedPage(services, actor, { ...query, after: "9" })).rejects.toMatchObject({ code: "feed.gone" });
  const fresh = await readFeedPage(services, actor, query);
  expect(fresh).toEqual({ items: [], next: "1", more: false });
  await open(services, desk);
  const next = await readFeedPage(services, actor, { ...query, after: fresh.next });
  expect(next.items.map(({ seq, kind }) => [seq, kind])).toEqual([["2", "case.opened"]]);
  expect((await owner.sql`select from finding_told`).length).toBeGreaterThan(0);
  await admin.client.endFollower(key.id);
  await lookAgain(services, 0);
  expect(await owner.sql`select from finding_told`).toHaveLength(0);
});
