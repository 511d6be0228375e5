import { TRIAGE_STATUSES } from "@tianyan/api";
import { HOUR, type Instant, instant, isoInstant, isSettled } from "@tianyan/core";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { at, type County, createCounty, NOW } from "./support/county";
import { type AtDesk, loadEvents, returns, triageOf } from "./support/triage";

const RUNS = trustCount(10, 400);
vi.setConfig({ testTimeout: trustCount(240_000, 4 * HOUR) });

const ORDERS = ["A1", "A2", "A3", "A4", "A5", "A6"];

let county: County;
let inspector: AtDesk;
let other: AtDesk;

beforeAll(async () => {
  county = await createCounty();
  const triage = triageOf(county);
  inspector = await triage.sign("inspector");
  other = await triage.sign("inspector");
});
afterAll(() => county.drop());

/** From before the first event to the present, so that findings have any level, and as many events as had happened. */
const moment: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 19 * 24 })
  .map((hours) => instant(at("2026-11-02T00:00:00Z") + hours * HOUR));

const drawn = fc.record({
  finding: fc.nat(),
  kind: fc.constantFrom("taken", "watched", "dismissed", "confirmed", "exempted"),
  mine: fc.boolean(),
  at: moment,
  undoneAfter: fc.option(fc.integer({ min: 1, max: 10 * 24 }), { nil: null }),
  until: fc.oneof(moment, fc.integer({ min: 1, max: 3 })),
  level: fc.integer({ min: 0, max: 3 }),
  events: fc.integer({ min: 1, max: 9 }),
});
type Drawn = ReturnType<typeof drawn.generate>["value"];

/** Decisions as somebody may have made them, in the order of their instants; written past the product, which knows no past to decide in. */
async function write(decisions: readonly Drawn[]): Promise<void> {
  const { sql } = county.owner;
  await sql`delete from decision`;
  const findings = await sql<{ id: string }[]>`select id from finding order by id`;
  for (const one of [...decisions].sort((a, b) => a.at - b.at)) {
    const account = (one.mine ? inspector : other).account;
    const until = one.kind === "watched" ? one.until : null;
    const undoneAt = one.undoneAfter === null ? null : one.at + one.undoneAfter * HOUR;
    await sql`
      insert into decision (act, source, order_id, key, rule, key_unit, key_event, lasts_from, lasts_to, named, kind, reason,
        watch_until, watch_level, level, events, account, author, at, undone_at, undone_by, undone_author, finding, counted)
      select gen_random_uuid(), f.source, f.order_id, f.key, f.rule, f.key_unit, f.key_event, f.first_at, f.cleared_at, f.named,
        ${one.kind}, ${one.kind === "dismissed" ? "minor" : null}, ${until !== null && until > 3 ? until : null}::timestamptz,
        ${until !== null && until <= 3 ? until : null}::smallint, ${one.level}, ${one.events}, ${account}::bigint, '周敏',
        ${one.at}::timestamptz, ${undoneAt}::timestamptz, ${undoneAt === null ? null : account}::bigint,
        ${undoneAt === null ? null : "周敏"}, f.id, cardinality(f.events)
      from finding f where f.id = ${findings[one.finding % findings.length]?.id ?? "0"}::bigint`;
  }
}

test("where findings stand is the same by the core and by the database, at any instant", async () => {
  await loadEvents(
    county,
    ORDERS.flatMap((order, index) => returns(order, 1 + (index % 4))),
  );
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 25 }), moment, async (decisions, asked) => {
      await write(decisions);
      const then = isoInstant(asked);
      const list = async (query: Parameters<typeof inspector.client.findings>[0]) =>
        (await inspector.client.findings({ at: then, limit: 500, ...query })).items;
      // Nothing narrows this list: what it says of each finding is derived by the core.
      const all = await list({ view: "all" });
      const facets = await inspector.client.facets({ view: "all", at: then });
      for (const status of TRIAGE_STATUSES) {
        const expected = all.filter((row) => row.triage?.status === status).map(({ id }) => id);
        const found = (await list({ view: "all", status })).map(({ id }) => id);
        expect(found, status).toEqual(expected);
        expect(facets.status.find(({ value }) => value === status)?.count ?? 0, status).toBe(expected.length);
      }
      const mine = (await list({ view: "all", mine: true })).map(({ id }) => id);
      expect(mine).toEqual(all.filter((row) => row.triage?.mine).map(({ id }) => id));
      const exempt = (await list({ view: "all", exempt: true })).map(({ id }) => id);
      expect(exempt).toEqual(all.filter((row) => row.triage?.status === "exempted").map(({ id }) => id));
      const watched = await list({ status: [...TRIAGE_STATUSES] });
      const open = watched.filter(({ triage }) => triage && !isSettled(triage.status)).map(({ id }) => id);
      expect((await list({})).map(({ id }) => id)).toEqual(open);
      compared += all.length;
    }),
    { numRuns: RUNS, examples: [[[], NOW]] },
  );
  trustFigure(4, "findings whose standing the core and the database derived, the same", compared);
  expect(compared).toBeGreaterThan(50);
});
