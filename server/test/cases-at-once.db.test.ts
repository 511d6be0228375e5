import { setTimeout as wait } from "node:timers/promises";
import { CaseDetailSchema } from "@tianyan/api";
import { expect, test } from "vitest";
import { trustFigure } from "../../packages/db/test/support/trust";
import { type CaseDesk, caseDesk, MEASURE } from "./support/cases";
import { asking } from "./support/person";

test("of two who move a case at once one wins; the other is told by whom and when, and nothing is lost", async () => {
  const { as, at, liaison } = await caseDesk();
  const [first, second] = [await as("liaison", { name: "李明" }), await as("inspector", { name: "王芳" })];
  for (let round = 0; round < 10; round++) {
    const held = await at("clue");
    await liaison.client.commentOnCase(held.id, { text: "请尽快办理" });
    const act = (action: "accept_check" | "to_supervise") => ({ action, version: held.version });
    const answers = await Promise.allSettled([
      first.client.actOnCase(held.id, act("accept_check")),
      second.client.actOnCase(held.id, act("to_supervise")),
    ]);
    const won = answers.findIndex(({ status }) => status === "fulfilled");
    const lost = answers.find((answer) => answer.status === "rejected");
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: "case.changed", status: 409 });
    expect(lost?.reason.detail.zh).toMatch(won === 0 ? /^李明 于 2026-11-21T/ : /^王芳 于 2026-11-21T/);
    const now = await liaison.client.case(held.id);
    expect(now.stage).toBe(won === 0 ? "check" : "supervise");
    expect(now.version).toBe(held.version + 1);
    expect(now.events.length).toBe(held.events.length + 2);
  }
});

test("who is told of is who changed the case, not who commented on it since", async () => {
  const { as, at, inspector, liaison } = await caseDesk();
  const held = await at("clue");
  const first = await as("liaison", { name: "李明" });
  await first.client.actOnCase(held.id, { action: "accept_check", version: held.version });
  await inspector.client.commentOnCase(held.id, { text: "收到" });
  const late = liaison.client.addCaseUnits(held.id, { version: held.version, units: ["乙局"] });
  await expect(late).rejects.toMatchObject({
    code: "case.changed",
    detail: { zh: expect.stringMatching(/^李明 于 /) },
  });
});

test("comments and files of two at once are both kept", async () => {
  const { at, inspector, liaison, leader } = await caseDesk();
  const { id, version } = await at("clue");
  await Promise.all([
    ...[inspector, liaison, leader].map(({ client }, index) => client.commentOnCase(id, { text: `意见${index}` })),
    liaison.client.attachToCase(id, "a.txt", "甲"),
    inspector.client.attachToCase(id, "b.txt", "乙"),
  ]);
  const held = await liaison.client.case(id);
  expect(held.comments.map(({ text }) => text).sort()).toEqual(["意见0", "意见1", "意见2"]);
  expect(held.attachments.map(({ name }) => name).sort()).toEqual(["a.txt", "b.txt"]);
  expect(held.version).toBe(version);
});

test("a report of the unit is not overlooked by a check that was made on the one before", async () => {
  const { at, liaison, as } = await caseDesk();
  const clue = await at("clue");
  const held = await liaison.client.addCaseMeasure(clue.id, { version: clue.version, ...MEASURE });
  const measure = held.measures.find(({ state }) => state === "asked")?.id ?? "";
  const contact = await as("unit_contact", { scope: { units: ["甲局"] } });
  await contact.client.reportMeasure(measure, { version: 1, evidence: "第一次" });
  const seen = await liaison.client.case(clue.id);
  await contact.client.reportMeasure(measure, { version: 2, evidence: "第二次" });
  const check = { act: "check", version: seen.version, verdict: "accepted", note: "已核验" } as const;
  await expect(liaison.client.changeCaseMeasure(clue.id, measure, check)).rejects.toMatchObject({
    code: "case.changed",
  });
  const stale = contact.client.reportMeasure(measure, { version: 2, evidence: "第三次" });
  await expect(stale).rejects.toMatchObject({ code: "measure.changed" });
});

test("a finding is put into one case, whoever asks at once", async () => {
  const { liaison, inspector } = await caseDesk();
  const findings = [{ source: "12345", order_id: "J1", key: "rejected-returns|甲局|" }];
  const answers = await Promise.allSettled(
    [liaison, inspector, liaison, inspector].map(({ client }) => client.openCase({ title: "退单", findings })),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const answer of answers)
    if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "case.finding_taken", status: 409 });
});

/** Opens so many at once; what was answered with a number. */
async function openMany({ router, liaison }: CaseDesk, many: number, unit: (index: number) => string) {
  const asks = asking(router, liaison.headers);
  const answers = await Promise.all(
    Array.from({ length: many }, (_, index) =>
      asks.request("/api/cases", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ title: `案件${index}`, units: [unit(index)] }),
      }),
    ),
  );
  const opened = answers.filter(({ status }) => status === 201);
  const numbers = await Promise.all(opened.map(async (one) => CaseDetailSchema.parse(await one.json()).number));
  return { numbers, refused: answers.filter(({ status }) => status === 422).length };
}

/** Numbers of the cases that are there; fails unless each has its line of the timeline and its record. */
async function numbersKept({ county }: CaseDesk): Promise<string[]> {
  const kept = await county.owner.sql<{ no: number; events: number; audited: number }[]>`
    select c.no, (select count(*)::int from case_event e where e.case_id = c.id and e.kind = 'opened') as events,
      (select count(*)::int from audit_entry a
        where a.action = 'case.opened' and a.subject_id = c.id::text and a.outcome = 'done') as audited
    from supervision_case c order by c.no`;
  expect(kept.every(({ events, audited }) => events === 1 && audited === 1)).toBe(true);
  return kept.map(({ no }) => `督〔2026〕${no}号`);
}

const upTo = (last: number): string[] => Array.from({ length: last }, (_, index) => `督〔2026〕${index + 1}号`);

test("numbers of a year have no gaps with 50 opening at once, ten of them in vain", async () => {
  const desk = await caseDesk();
  const { numbers, refused } = await openMany(desk, 50, (index) => (index % 5 === 0 ? "查无此局" : "甲局"));
  expect(refused).toBe(10);
  expect(await numbersKept(desk)).toEqual(upTo(40));
  expect([...numbers].sort()).toEqual(upTo(40).sort());
}, 60_000);

/** Until the pool has noticed every connection that it lost. */
async function poolWhole({ county }: CaseDesk): Promise<void> {
  const asked = () => Promise.all(Array.from({ length: 20 }, () => county.services.work.sql`select`));
  while (!(await asked().catch(() => false))) await wait(20);
}

/** Ends connections in the middle of their transactions, ten at most, until `work` is done; how many. */
async function killingDuring(desk: CaseDesk, work: Promise<unknown>): Promise<number> {
  const { county } = desk;
  let kills = 0;
  let running = true;
  const ended = work.finally(() => {
    running = false;
  });
  for (; running; await wait(20)) {
    if (kills >= 10) continue;
    const gone = await county.owner.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename like 'tianyan\\_replay%' and state = 'idle in transaction' limit 1`;
    kills += gone.length;
  }
  await ended;
  await poolWhole(desk);
  return kills;
}

test("nor while connections are killed in between: what was answered is there, and the next number follows", async () => {
  const desk = await caseDesk();
  const told = openMany(desk, 50, (index) => (index % 5 === 0 ? "查无此局" : "甲局"));
  const kills = await killingDuring(desk, told);
  const { numbers } = await told;
  const kept = await numbersKept(desk);
  expect(kept).toEqual(upTo(kept.length));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(kept).toEqual(expect.arrayContaining(numbers));
  const next = await desk.liaison.client.openCase({ title: "下一件", units: ["甲局"] });
  expect(next.number).toBe(`督〔2026〕${kept.length + 1}号`);
  trustFigure(
    6,
    "cases opened by 50 at once with connections killed, gaps in their numbers",
    `${kept.length} (${kills} kills), 0`,
  );
}, 60_000);

test("a change that is killed leaves nothing: every version has its line of the timeline and its record", async () => {
  const desk = await caseDesk();
  const { client } = desk.liaison;
  const { id } = await client.openCase({ title: "窗口推诿", units: ["甲局"] });
  async function changeOften(): Promise<void> {
    for (let round = 0; round < 60; round++) {
      const { version } = await client.case(id);
      await client.addCaseMeasure(id, { version, ...MEASURE }).catch(() => undefined);
    }
  }
  const kills = await killingDuring(desk, changeOften());
  const { version, measures } = await client.case(id);
  const [kept] = await desk.county.owner.sql<{ events: number; audited: number }[]>`
    select (select count(*)::int from case_event where case_id = ${id}::bigint and kind = 'measure_added') as events,
      (select count(*)::int from audit_entry where action = 'case.measure_added' and subject_id = ${id}) as audited`;
  expect([version - 1, kept?.events, kept?.audited]).toEqual(Array(3).fill(measures.length));
  trustFigure(6, "changes of a case with connections killed, half done or without record", `60 (${kills} kills), 0`);
}, 120_000);
