import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, instant, isoInstant, type Leg } from "@tianyan/core";
import { countDeeds, type DeedName } from "@tianyan/db";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CENTRES, type History, history } from "../../packages/core/test/histories";
import { asActor } from "../src/auth/as-actor";
import type { JudgedOrder } from "../src/services/judging/judge-orders";
import { deedCriteria } from "../src/services/orders/deeds";
import { judgedAfresh } from "./support/afresh";
import { ACTOR, at, type County, createCounty, NOW } from "./support/county";

const HISTORIES = 420;
const SEED = 20_261_121;

let folder: string;
let county: County;
let judged: readonly JudgedOrder[];

const field = (text: string | null): string => text ?? "";
const orderId = (index: number): string => `O${String(index).padStart(4, "0")}`;

/** Wild histories, repeated verdicts, reopenings at the instant of the completion and events out of turn among them. */
async function loadHistories(histories: readonly History[]): Promise<void> {
  const units = ["code,name,kind", ...CENTRES.map((code) => `${code},${code},centre`), "甲局,甲局,bureau"];
  const orders = [
    "order_id,category,order_type,urgency,sla_class,demand_class",
    ...histories.map(({ order }, index) =>
      [orderId(index), order.category, order.orderType, order.urgency, order.slaClass, order.demandClass].join(","),
    ),
  ];
  const events = [
    "order_id,event_id,at,kind,unit,to_unit,reason_code,text,result,due_at",
    ...histories.flatMap(({ events: own }, index) =>
      own.map((event) =>
        [
          orderId(index),
          event.hasId ? `${orderId(index)}-${event.ref}` : "",
          isoInstant(event.at),
          event.kind,
          field(event.unit),
          field(event.toUnit),
          field(event.reasonCode),
          field(event.text),
          event.result === "nonsense" ? "" : field(event.result),
          event.dueAt === null ? "" : isoInstant(event.dueAt),
        ].join(","),
      ),
    ),
  ];
  const files = Object.entries({ units, orders, events }).map(([name, lines]) => ({
    path: join(folder, `${name}.csv`),
    lines,
  }));
  for (const { path, lines } of files) await writeFile(path, `${lines.join("\n")}\n`);
  await county.load(files.map(({ path }) => path));
}

type Deed = { readonly unit: string; readonly other: string; readonly at: Instant };

const isCentre = ({ bench }: JudgedOrder, unit: string | null): unit is string =>
  unit !== null && bench.setting.centres.includes(unit);

/** Verdicts that count, by whose leg they fall into and which centre gave them: the one that acted, else that of the last pool. */
function verdicts(order: JudgedOrder, kind: "return_rejected" | "return_approved"): Deed[] {
  const { events, pools } = order.judged.replay;
  let pool = "";
  return events.flatMap(({ event, leg, counts }): Deed[] => {
    const given = isCentre(order, event.unit) ? event.unit : pool;
    pool = pools.findLast(({ startEvent }) => startEvent === event)?.centre ?? pool;
    return event.kind === kind && counts && leg ? [{ unit: leg.unit, other: given, at: event.at }] : [];
  });
}

const handedOn = ({ judged: { replay } }: JudgedOrder): Deed[] =>
  replay.spells.flatMap(({ legs }) =>
    legs.flatMap((leg, place): Deed[] => {
      const before: Leg | undefined = legs[place - 1];
      return before && before.unit !== leg.unit ? [{ unit: before.unit, other: leg.unit, at: leg.start }] : [];
    }),
  );

const DEEDS: Partial<Record<DeedName, (order: JudgedOrder) => Deed[]>> = {
  received: ({ judged: { replay } }) => replay.legs.map(({ unit, start }) => ({ unit, other: "", at: start })),
  return_rejected: (order) => verdicts(order, "return_rejected"),
  return_approved: (order) => verdicts(order, "return_approved"),
  handed_on: handedOn,
};

const isExempt = ({ judged: { replay } }: JudgedOrder, when: Instant): boolean =>
  replay.demandClasses.findLast(({ from }, index) => index === 0 || from <= when)?.demandClass !== "normal";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tianyan-deeds-"));
  county = await createCounty(NOW);
  const first = at("2020-01-01T00:00:00Z");
  const histories = fc
    .sample(history, { numRuns: HISTORIES, seed: SEED })
    .filter(({ events }) => events.every((event) => event.at >= first && event.at <= NOW));
  await loadHistories(histories);
  judged = await judgedAfresh(county.services);
});
afterAll(async () => {
  await county.drop();
  await rm(folder, { recursive: true, force: true });
});

const PERIODS = [
  { from: null, to: null, when: NOW },
  { from: at("2022-01-01T00:00:00Z"), to: at("2024-01-01T00:00:00Z"), when: NOW },
  { from: at("2021-06-01T00:00:00Z"), to: null, when: at("2023-03-01T00:00:00Z") },
] as const;

describe.each(Object.entries(DEEDS) as [DeedName, (order: JudgedOrder) => Deed[]][])("%s", (deed, deedsOf) => {
  test.each(PERIODS)("from $from to $to, at $when, is what the replay says", async ({ from, to, when }) => {
    const inside = (moment: number): boolean =>
      moment <= when && (from === null || moment >= from) && (to === null || moment < to);
    const expected = new Map<string, number>();
    const all = new Set<string>();
    for (const order of judged) {
      if (isExempt(order, when)) continue;
      const pairs = deedsOf(order).filter((one) => inside(one.at));
      if (pairs.length > 0) all.add(order.orderId);
      for (const pair of new Set(pairs.map(({ unit, other }) => `${unit} → ${other}`)))
        expected.set(pair, (expected.get(pair) ?? 0) + 1);
    }
    const told = await asActor(county.services, ACTOR, async (reading) => {
      const criteria = await deedCriteria(reading, { at: instant(when), sources: [], from, to });
      return countDeeds(reading.db.sql, deed, criteria);
    });
    const pairs = told.flatMap(({ unit, other, orders }) =>
      unit === null ? [] : [[`${unit} → ${other}`, orders] as const],
    );
    expect(Object.fromEntries(pairs.sort())).toEqual(Object.fromEntries([...expected].sort()));
    expect(told.find(({ unit }) => unit === null)?.orders ?? 0).toBe(all.size);
    expect(all.size).toBeGreaterThan(5);
  });
});

test("the histories reach what is easily counted wrong", () => {
  const flags = judged.flatMap((order) => order.judged.flags.map(({ flag }) => flag));
  expect(flags.filter((flag) => flag === "verdict_repeated").length).toBeGreaterThan(4);
  const atOnce = judged.filter(({ judged: { replay } }) =>
    replay.spells.some(({ start }, index) => index > 0 && replay.spells[index - 1]?.end === start),
  );
  expect(atOnce.length).toBeGreaterThan(3);
});
