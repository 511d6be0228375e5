import { randomUUID } from "node:crypto";
import { CasesQuerySchema, OpenCaseSchema } from "@tianyan/api";
import { HOUR, instant } from "@tianyan/core";
import { lockCase } from "@tianyan/db";
import { expect, test } from "vitest";
import { listCases } from "../src/services/cases/list";
import { openCase } from "../src/services/cases/open";
import { readCase } from "../src/services/cases/read";
import { inChange } from "../src/services/in-change";
import { type CaseDesk, CHECK, caseDesk, MEASURE } from "./support/cases";
import { fileOf } from "./support/county";

const HEADER = "order_id,event_id,at,kind,unit,to_unit";
const SIGNED = ["M9,s1,2026-11-12 09:00:00,dispatched,centre,乙局", "M9,s2,2026-11-12 10:00:00,signed,乙局,"];

const load = async ({ county }: CaseDesk, ...rows: readonly string[]): Promise<void> => {
  await county.load([await fileOf("events.csv", [HEADER, ...rows])]);
};

test("a finding in a case stays in it when late rows move its start, as what was decided about it does", async () => {
  const desk = await caseDesk();
  const { services, owner } = desk.county;
  await load(desk, ...SIGNED, "M1,d2,2026-11-13 09:00:00,dispatched,centre,甲局");
  const all = (await desk.inspector.client.findings({ view: "all", rule: "unsigned" })).items;
  const [finding] = all.filter(({ order_id }) => order_id === "M1");
  const ref = { source: finding?.source ?? "", order_id: "M1", key: finding?.key ?? "" };
  expect(ref.key).toBe("unsigned||d2");
  await desk.inspector.client.decide({ act: randomUUID(), findings: [{ ...ref, seen: null }], kind: "taken" });
  const given = { title: "久不签收", findings: [ref] };
  const held = await openCase(services, desk.liaison.actor, OpenCaseSchema.parse(given));

  // It was with the unit before: the finding begins with that row, and has another key.
  await load(desk, "M1,d1,2026-11-12 09:00:00,dispatched,centre,甲局");
  const now = (await desk.inspector.client.findings({ view: "all", rule: "unsigned" })).items;
  const moved = now.filter(({ order_id }) => order_id === "M1");
  expect(moved.map(({ key, triage }) => [key, triage?.status])).toEqual([["unsigned||d1", "in_case"]]);
  const [on] = await owner.sql<{ same: boolean; key: string }[]>`
    select d.finding = c.finding as same, c.key from decision d join case_finding c using (source, order_id, key)`;
  expect(on).toEqual({ same: true, key: "unsigned||d2" });
  const seen = await desk.liaison.client.case(held.id);
  expect(seen.findings).toMatchObject([{ key: ref.key, active: true }]);
  expect(seen.findings[0]?.level).not.toBeNull();
  expect(seen.further.filter(({ order_id, key }) => order_id === "M1" && key === moved[0]?.key)).toEqual([]);
  const again = { title: "又一件", findings: [{ ...ref, key: "unsigned||d1" }] };
  await expect(openCase(services, desk.liaison.actor, OpenCaseSchema.parse(again))).rejects.toMatchObject({
    code: "case.finding_taken",
  });

  // Gone with the rows that it was made of, it stays on the case's record.
  await load(desk, "M1,d3,2026-11-12 09:05:00,signed,甲局,", "M1,d4,2026-11-13 09:05:00,signed,甲局,");
  expect((await desk.liaison.client.case(held.id)).findings).toMatchObject([{ key: ref.key, level: null }]);
});

test("whoever waits too long for what somebody else holds is told, and nothing is written", async () => {
  const desk = await caseDesk();
  const { services, owner } = desk.county;
  const held = await desk.at("clue");
  let release = (): void => undefined;
  let holding: Promise<unknown> = Promise.resolve();
  await new Promise<void>((locked) => {
    holding = owner.sql.begin(async (tx) => {
      await lockCase(tx, held.id);
      locked();
      await new Promise<void>((done) => {
        release = done;
      });
    });
  });
  const waiting = inChange(services.work, (tx) => lockCase(tx, held.id), 50);
  await expect(waiting).rejects.toMatchObject({ code: "request.busy" });
  release();
  await holding;
  expect((await inChange(services.work, (tx) => lockCase(tx, held.id), 5_000))?.id).toBe(held.id);
});

test("who looked at the people of a case is on record once an hour, not with every load", async () => {
  const desk = await caseDesk();
  const { owner } = desk.county;
  const held = await desk.at("check");
  const person = { name: "孙八", unit: "甲局", post: "科长", discipline: "work", form: 1, sanction: null } as const;
  const dated = { decided_on: "2026-11-20", paper: "纪〔2026〕1号" };
  await desk.liaison.client.addCasePerson(held.id, { ...person, ...dated, version: held.version });
  const looks = async (): Promise<number> =>
    (await owner.sql`select from audit_entry where action = 'case.people_read'`).length;
  for (let load = 0; load < 4; load++) await desk.liaison.client.case(held.id);
  expect(await looks()).toBe(1);
  await desk.leader.client.case(held.id);
  expect(await looks()).toBe(2);
  await owner.sql`update rate_limit set until = now() - interval '1 second' where kind = 'people'`;
  await desk.liaison.client.case(held.id);
  expect(await looks()).toBe(3);
});

test("the timeline holds old and new values of checks and measures, masked as everything is", async () => {
  const desk = await caseDesk();
  const { client } = desk.liaison;
  let held = await desk.at("rectify");
  held = await client.addCaseCheck(held.id, { ...CHECK, version: held.version });
  held = await client.addCaseMeasure(held.id, { ...MEASURE, version: held.version });
  const entry = held.measures.at(-1)?.id ?? "";
  const changed = {
    act: "rewrite",
    problem: "拨打13812345678无人接",
    measure: MEASURE.measure,
    due: MEASURE.due,
  } as const;
  held = await client.changeCaseMeasure(held.id, entry, { ...changed, version: held.version });
  const { unit, problem, measure } = MEASURE;
  const [rewritten, asked, checked] = held.events;
  expect(checked).toMatchObject({ kind: "check_added", after: CHECK });
  expect(asked).toMatchObject({ kind: "measure_added", after: { id: entry, unit, problem, measure, state: "asked" } });
  expect(rewritten?.before).toEqual({ problem });
  expect(rewritten?.after).toMatchObject({ id: entry, problem: expect.stringContaining("138****5678") });
  expect(rewritten?.after).not.toHaveProperty("measure");
});

test("the commission sets how long a stage may take; it holds at once, for cases under way too", async () => {
  const desk = await caseDesk();
  const { services, owner } = desk.county;
  const held = await openCase(
    services,
    desk.liaison.actor,
    OpenCaseSchema.parse({ title: "窗口推诿", units: ["甲局"] }),
  );
  expect(held.due_at).toBe("2026-11-27T16:00:00.000Z");
  const keeper = await desk.as("rule_keeper");
  const usual = await keeper.client.caseDeadlines();
  expect(usual).toMatchObject({ days: { clue: 5, file: 60 }, author: null, changed_at: null });
  const said = await keeper.client.changeCaseDeadlines({ ...usual.days, clue: 2 });
  expect(said).toMatchObject({ days: { clue: 2, file: 60 }, usual: { clue: 5 }, author: keeper.actor.name });
  expect((await desk.liaison.client.case(held.id)).due_at).toBe("2026-11-24T16:00:00.000Z");
  const then = { ...services, now: () => instant(Date.parse("2026-11-24T16:00:00Z")) };
  const before = { ...services, now: () => instant(then.now() - HOUR) };
  const overdue = CasesQuerySchema.parse({ overdue: "true" });
  expect((await listCases(then, desk.liaison.actor, overdue)).total).toBe(1);
  expect((await listCases(before, desk.liaison.actor, overdue)).total).toBe(0);
  expect((await readCase(then, desk.liaison.actor, held.id)).overdue).toBe(true);
  const [line] = await owner.sql<{ before: number; after: number }[]>`
    select (payload::jsonb #>> '{before,clue}')::int as before, (payload::jsonb #>> '{after,clue}')::int as after from audit_entry where action = 'case.deadlines_changed'`;
  expect(line).toEqual({ before: 5, after: 2 });
  await expect(desk.liaison.client.caseDeadlines()).rejects.toMatchObject({ code: "permission.denied" });
});
