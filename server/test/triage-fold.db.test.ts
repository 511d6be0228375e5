import type { FindingRow, FindingsQueryInput } from "@tianyan/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SharedCounty, sharedCounty } from "./support/scope/county";
import { type AtDesk, newAct, triageOf } from "./support/triage";

let shared: SharedCounty;
let inspector: AtDesk;
let ofDistrict: AtDesk;

beforeAll(async () => {
  shared = await sharedCounty(300);
  const triage = triageOf(shared.county);
  inspector = await triage.sign("inspector");
  const { district } = await inspector.client.facets({ view: "all" });
  ofDistrict = await triage.sign("inspector", { scope: { districts: [district[0]?.value ?? ""] } });
});
afterAll(() => shared.remove());

const orderOf = (row: FindingRow): string => `${row.source}/${row.order_id}`;

/** A list page by page, and the total that its first page tells. */
async function listed(who: AtDesk, query: FindingsQueryInput, limit: number) {
  const rows: FindingRow[] = [];
  const totals = new Set<number>();
  let cursor: string | undefined;
  do {
    const page = await who.client.findings({ ...query, limit, cursor });
    rows.push(...page.items);
    totals.add(page.total);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return { rows, totals: [...totals] };
}

/** Of each order the first of the list, in the order of the list, with how many come after it. */
function foldedByHand(rows: readonly FindingRow[]): readonly string[] {
  const orders = new Map<string, { readonly id: string; behind: number }>();
  for (const row of rows) {
    const known = orders.get(orderOf(row));
    if (known) known.behind++;
    else orders.set(orderOf(row), { id: row.id, behind: 0 });
  }
  return [...orders.values()].map(({ id, behind }) => `${id} +${behind}`);
}

describe.each([
  ["everything", { view: "all" }],
  ["everything, by priority", { view: "all", sort: "priority" }],
  ["the watchlist", {}],
  ["the watchlist, by priority", { sort: "priority" }],
  ["one level", { view: "all", level: "red" }],
  ["with words", { view: "all", q: "小区" }],
] as const)("findings of one order fold together: %s", (_, query) => {
  test.each(["county", "district"] as const)("%s", async (whose) => {
    const who = whose === "county" ? inspector : ofDistrict;
    const open = await listed(who, query, 500);
    const expected = foldedByHand(open.rows);
    const folded = await listed(who, { ...query, fold: "order" }, 7);
    expect(folded.rows.map(({ id, folded: behind }) => `${id} +${behind}`)).toEqual(expected);
    expect(folded.totals).toEqual(expected.length === 0 ? [0] : [expected.length]);
    expect(open.rows.every((row) => row.folded === 0)).toBe(true);
  });
});

test("what stands behind a row is the list of its order", async () => {
  const { items } = await inspector.client.findings({ view: "all", fold: "order", limit: 500 });
  const row = items.reduce((most, one) => (one.folded > most.folded ? one : most));
  expect(row.folded).toBeGreaterThan(0);
  const { source, order_id: order } = row;
  const opened = await inspector.client.findings({ view: "all", source, order });
  expect(opened.total).toBe(row.folded + 1);
  expect(opened.items[0]?.id).toBe(row.id);
  expect(new Set(opened.items.map(orderOf))).toEqual(new Set([orderOf(row)]));
  expect((await inspector.client.facets({ view: "all", source, order })).total).toBe(opened.total);
});

test("a row whose worst finding is decided about gives way to the next of its order", async () => {
  const { items } = await inspector.client.findings({ fold: "order", limit: 500 });
  const row = items.find(({ folded }) => folded > 0);
  if (!row) throw new Error("no order of the watchlist has two findings");
  const { source, order_id, key } = row;
  const about = { source, order_id, key, seen: null };
  await inspector.client.decide({ act: newAct(), findings: [about], kind: "dismissed", reason: "minor" });
  const after = (await inspector.client.findings({ fold: "order", source, order: order_id })).items;
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ order_id, folded: row.folded - 1 });
  expect(after[0]?.id).not.toBe(row.id);
});
