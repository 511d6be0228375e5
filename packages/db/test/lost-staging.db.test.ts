import { setTimeout as sleep } from "node:timers/promises";
import { instant } from "@tianyan/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isConnectionError, migrate, openStaging, type StagedRow } from "../src/index";
import { createTestDatabase, type TestDatabase } from "./support/database";
import { openWire, type Wire } from "./support/wire";

let direct: TestDatabase;
let wire: Wire;
let url: string;
beforeEach(async () => {
  direct = await createTestDatabase();
  await migrate(direct.db.sql);
  wire = await openWire(() => Number(new URL(direct.db.url).port));
  url = wire.url(direct.db.url);
});
afterEach(async () => {
  await wire.close();
  await direct.drop();
});

const event = (order: number, letters: number): StagedRow => ({
  orderId: `order ${order}`,
  file: 0,
  event: {
    ref: `#${order}`,
    hasId: false,
    at: instant(order),
    position: order,
    part: 0,
    kind: "progressed",
    unit: "u",
    toUnit: null,
    reasonCode: null,
    text: "x".repeat(letters),
    operator: null,
    result: null,
    dueAt: null,
  },
});

async function* rows(batches: number, letters = 1_000): AsyncIterable<readonly StagedRow[]> {
  for (let batch = 0; batch < batches; batch++) {
    yield Array.from({ length: 100 }, (_, one) => event(batch * 100 + one, letters));
    await sleep(1);
  }
}

const failure = (outcome: Promise<unknown>): Promise<unknown> =>
  outcome.then(
    () => null,
    (error: unknown) => error,
  );

const ENDS = {
  "is ended": async (pid: number) => void (await direct.db.sql`select pg_terminate_backend(${pid})`),
  "is cut": async () => wire.cut(),
} as const;

const PLACES = [
  ["before the first row", "copy import_staging", 1],
  ["among the rows", "copy data", 20],
  ["at their end", "copy end", 1],
  ["while they are sorted", "select import_staging_index()", 1],
] as const;

const CASES = PLACES.flatMap(([place, ...rest]) =>
  Object.entries(ENDS).map(([how, end]) => [how, place, end, ...rest] as const),
);

test.each(CASES)(
  "after the connection %s %s, rows can be staged again",
  async (_how, _place, end, statement, which) => {
    let seen = 0;
    wire.onStep = ({ backend, text }) => {
      if (text.startsWith(statement)) seen += 1;
      if (seen !== which) return "passes";
      seen += 1;
      void end(backend);
      return "is lost";
    };
    const staging = await openStaging(url);
    const lost = await failure(staging.fill(rows(60)));
    expect(isConnectionError(lost), String(lost)).toBe(true);
    await staging.close();

    const again = await openStaging(url);
    await again.fill(rows(3));
    let orders = 0;
    for await (const chunk of again.orders([{ before: 0, last: 300 }], 50)) orders += chunk.length;
    expect(orders).toBe(300);
    await again.close();
  },
);

test.each(Object.entries(ENDS))("a connection that %s while staged rows come back is a failure", async (_, end) => {
  const staging = await openStaging(url);
  // More than all buffers on the way hold together: a backend that has sent everything has nothing to lose.
  await staging.fill(rows(100, 6_000));
  let reader = 0;
  wire.onStep = ({ backend, text }) => {
    if (text.startsWith("copy (select")) reader = backend;
    return "passes";
  };
  let orders = 0;
  const lost = await failure(
    (async () => {
      for await (const chunk of staging.orders([{ before: 0, last: 10_000 }], 500)) {
        if (orders === 0) await end(reader);
        await sleep(20);
        orders += chunk.length;
      }
    })(),
  );
  expect(isConnectionError(lost), String(lost)).toBe(true);
  expect(orders).toBeLessThan(10_000);
  await staging.close();
});
