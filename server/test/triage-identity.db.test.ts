import type { Client } from "@tianyan/api";
import {
  after,
  DAY,
  type Finding,
  findingKey,
  firstStep,
  HOUR,
  type Instant,
  isoInstant,
  MINUTE,
  type OrderEvent,
  parseParameters,
} from "@tianyan/core";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { history } from "../../packages/core/test/histories";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { replayAll } from "../src/services/findings/replay";
import { judgeOrders } from "../src/services/judging/judge-orders";
import { loadJudging } from "../src/services/judging/setting";
import { ACTOR, fileOf, NOW } from "./support/county";
import { type DeskOfTest, deskOfTest } from "./support/desk";
import { newAct, triageOf } from "./support/triage";

const RUNS = trustCount(25, 400);
// Every rule version judges all orders so far again: at full count that takes its time.
vi.setConfig({ testTimeout: trustCount(600_000, 4 * HOUR) });
const UNITS = ["甲局", "乙局", "丙镇"];

/** What may happen to an order after somebody decided about its findings. */
type Turn =
  | { readonly what: "late"; readonly beside: number; readonly by: number; readonly like: number }
  | { readonly what: "corrected"; readonly which: number; readonly by: number }
  | { readonly what: "version"; readonly yellow: string; readonly count: number }
  | { readonly what: "merger"; readonly from: number; readonly into: number; readonly since: number }
  | { readonly what: "unmerged" };

const shift = fc.constantFrom(-20 * DAY, -DAY, -HOUR, -MINUTE, MINUTE, HOUR, DAY, 5 * DAY);
const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("late" as const), beside: fc.nat(), by: shift, like: fc.nat() }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("corrected" as const), which: fc.nat(), by: shift }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("version" as const),
      yellow: fc.constantFrom("1wd", "4wd", "2h"),
      count: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("merger" as const),
      from: fc.nat(2),
      into: fc.integer({ min: 1, max: 2 }),
      since: fc.constantFrom(2020, 2022, 2024),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("unmerged" as const) }) },
);

/** A finding as it was when it was decided about. */
interface Remembered {
  readonly finding: Finding;
  readonly key: string;
  readonly first: Instant;
}

const remembered = (finding: Finding): Remembered[] => {
  const first = firstStep(finding.steps);
  return first === null ? [] : [{ finding, key: findingKey(finding), first }];
};

/** Units that it went into, and that went into it. */
function kinOf(unit: string | null, mergers: ReadonlyMap<string, string>): ReadonlySet<string | null> {
  const kin = new Set([unit]);
  for (let next = mergers.get(unit ?? ""); next !== undefined; next = mergers.get(next)) kin.add(next);
  const below = (into: string | null): void => {
    for (const [from, to] of mergers)
      if (to === into) {
        kin.add(from);
        below(from);
      }
  };
  below(unit);
  return kin;
}

const overlap = (a: Remembered, b: Remembered): boolean =>
  a.first < (b.finding.clearedAt ?? Number.POSITIVE_INFINITY) &&
  b.first < (a.finding.clearedAt ?? Number.POSITIVE_INFINITY);

/** domain.md, Identity: on which of the findings of its order a decision hangs now; null: it stays with the order's record. */
function followed(decided: Remembered, now: readonly Finding[], mergers: ReadonlyMap<string, string>): string | null {
  const there = now.flatMap(remembered);
  if (there.some(({ key }) => key === decided.key)) return decided.key;
  const kin = kinOf(decided.finding.keyUnit, mergers);
  const own = (one: Remembered): number => Number(one.finding.keyUnit === decided.finding.keyUnit);
  const [best] = there
    .filter((one) => one.finding.rule === decided.finding.rule && kin.has(one.finding.keyUnit) && overlap(one, decided))
    .sort(
      (a, b) =>
        own(b) - own(a) ||
        Math.abs(a.first - decided.first) - Math.abs(b.first - decided.first) ||
        (a.key < b.key ? -1 : 1),
    );
  return best?.key ?? null;
}

const HEADER = "order_id,event_id,at,kind,unit,to_unit,reason_code,result,due_at";
const lineOf = (order: string, event: OrderEvent): string =>
  [order, event.ref, isoInstant(event.at), event.kind, event.unit, event.toUnit, event.reasonCode, event.result]
    .concat(event.dueAt === null ? "" : isoInstant(event.dueAt))
    .map((cell) => cell ?? "")
    .join(",");

async function load({ county }: DeskOfTest, order: string, events: readonly OrderEvent[]): Promise<void> {
  await county.load([await fileOf("events.csv", [HEADER, ...events.map((event) => lineOf(order, event))])]);
}

test("decisions stay with their findings through late rows, corrections, rule versions and mergers", async () => {
  const desk = await deskOfTest();
  const { county, client: steward, changed } = desk;
  for (const code of UNITS) await changed(steward.addUnit({ code, name: code }));
  const { client: inspector } = await triageOf(county).sign("inspector");
  const mergers = new Map<string, string>();
  const counts = { decisions: 0, moved: 0, homeless: 0 };
  let orders = 0;

  const judge = async (yellow: string, count: number): Promise<void> => {
    const rules = { unsigned: { yellow }, inaction: { yellow }, "rejected-returns": { yellow: count } };
    const parsed = parseParameters({ rules });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    await replayAll(county.services, ACTOR, { parameters: parsed.parameters, dryRun: false });
  };
  const unmerge = async (): Promise<void> => {
    for (const unit of mergers.keys()) await changed(steward.unmergeUnit(unit));
    mergers.clear();
  };
  async function take(step: Turn, order: string, events: OrderEvent[], rows: number): Promise<void> {
    if (step.what === "late" || step.what === "corrected") {
      const place = (step.what === "late" ? step.beside : step.which) % events.length;
      const given = events[place];
      if (!given) return;
      const model = step.what === "late" ? (events[step.like % events.length] ?? given) : given;
      const next = { ...model, at: after(given.at, step.by), ref: step.what === "late" ? `late${rows}` : given.ref };
      if (step.what === "late") events.push(next);
      else events[place] = next;
      await load(desk, order, [next]);
    } else if (step.what === "version") await judge(step.yellow, step.count);
    else if (step.what === "unmerged") await unmerge();
    else await merge(step.from, step.into, step.since);
  }
  async function merge(index: number, distance: number, since: number): Promise<void> {
    const [from, into] = [UNITS[index] ?? "", UNITS[(index + distance) % UNITS.length] ?? ""];
    if (mergers.has(from) || kinOf(into, mergers).has(from)) return;
    const { state } = await changed(steward.mergeUnit(from, { into, from: `${since}-06-01`, note: "" }));
    expect(state).toBe("done");
    mergers.set(from, into);
  }
  /** Judged again from the events, without any table of findings. */
  const findingsOf = async (orderId: string): Promise<readonly Finding[]> => {
    const { sql } = county.services.work;
    const [judged] = await judgeOrders(sql, await loadJudging(sql), [{ source: "12345", orderId }]);
    return judged?.judged.findings ?? [];
  };

  await fc.assert(
    fc.asyncProperty(history, fc.array(turn, { minLength: 1, maxLength: 4 }), async (drawn, turns) => {
      const order = `D${++orders}`;
      const events = drawn.events
        .filter(({ at }) => at < NOW - 30 * DAY)
        .map((event, index) => ({ ...event, ref: `e${index}`, hasId: true }));
      if (events.length === 0) return;
      await load(desk, order, events);
      const decided = (await findingsOf(order)).flatMap(remembered);
      if (decided.length > 0) await decideAbout(inspector, order, decided);
      counts.decisions += decided.length;
      for (const [index, step] of turns.entries()) {
        await take(step, order, events, index);
        const now = await findingsOf(order);
        const expected = decided.map((one) => [one.key, followed(one, now, mergers)] as const);
        const { items } = await inspector.decisions("12345", order);
        expect(items.map(({ decided_key, key }) => [decided_key, key] as const).sort()).toEqual([...expected].sort());
        counts.moved += expected.filter(([before, key]) => key !== null && key !== before).length;
        counts.homeless += expected.filter(([, key]) => key === null).length;
      }
      await unmerge();
    }),
    { numRuns: RUNS },
  );
  trustFigure(4, "decisions followed, to another key, left with their order", Object.values(counts).join(", "));
  expect(counts.moved).toBeGreaterThan(0);
});

async function decideAbout(client: Client, order: string, decided: readonly Remembered[]): Promise<void> {
  const findings = decided.map(({ key }) => ({ source: "12345", order_id: order, key, seen: null }));
  const told = await client.decide({ act: newAct(), findings, kind: "taken" });
  expect(told.decided.map(({ key }) => key).sort()).toEqual(decided.map(({ key }) => key).sort());
}
