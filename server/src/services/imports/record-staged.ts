import type { EventKind } from "@tianyan/core";
import { addCallers, currentGeneration, keyText, readOrders, type Staging, type StoredOrder, touch } from "@tianyan/db";
import type { JudgementIds } from "../judging/apply";
import { type Judging, loadJudging } from "../judging/setting";
import { oneAhead } from "./ahead";
import { appendOrders } from "./append";
import type { Appending, Incoming } from "./appending";
import { callersOf } from "./callers";
import type { Counts } from "./counts";
import { judgeFresh, writeFresh } from "./fresh";
import { incomingOrders } from "./incoming";
import type { ImportRequest } from "./request";
import type { Gathered } from "./stage";
import { meetUnits } from "./units";

const CHUNK_ROWS = 8_000;

/** What recording left to do. */
export interface Recorded {
  /** Kinds met, by source. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<EventKind>>;
  /** By source, how its new orders were judged already; the others were touched. */
  readonly signatures: ReadonlyMap<string, string>;
}

interface LookedUp {
  readonly orders: readonly Incoming[];
  readonly stored: ReadonlyMap<string, StoredOrder>;
}

/**
 * Records what was staged. New orders are judged on the way, as if all kinds of this import were recorded by each of its
 * sources; while the database writes one chunk the next is judged.
 */
export async function recordStaged(
  appending: Appending,
  staging: Staging,
  request: ImportRequest,
  gathered: Gathered,
  counts: Counts,
): Promise<Recorded> {
  const { tx, profile } = appending;
  const generation = await currentGeneration(tx);
  const kinds = new Map<string, Set<EventKind>>();
  const signatures = new Map<string, string>();
  const ids: JudgementIds = new Map();
  const told = new Set<string>();
  let judging: Judging | null = null;

  async function* lookedUp(): AsyncIterable<LookedUp> {
    for await (const chunk of staging.orders(appending.files, CHUNK_ROWS)) {
      const orders = await incomingOrders(appending, chunk);
      for (const source of new Set(orders.map((order) => order.source)))
        if (await appending.ensureSource(source)) judging = null;
      const stored = await readOrders(tx, orders);
      yield {
        orders,
        stored: new Map(stored.map((row) => [keyText({ source: row.source, orderId: row.order_id }), row])),
      };
    }
  }

  async function judgeNew(orders: readonly Incoming[]) {
    judging ??= await loadJudging(tx, [], gathered.kinds);
    for (const { source } of orders) if (!signatures.has(source)) signatures.set(source, judging.signature(source));
    return judgeFresh(judging, orders);
  }

  async function append(orders: readonly Incoming[], stored: LookedUp["stored"]): Promise<void> {
    if (orders.length === 0) return;
    const appended = await appendOrders(appending, orders, stored);
    await touch(tx, appended.touched);
    for (const [source, met] of appended.kinds) addAll(kinds, source, met);
    counts.orders += appended.orders;
    counts.rows += appended.rows;
    counts.known += appended.known;
  }

  let writing: Promise<void> = Promise.resolve();
  let done = 0;
  const tell = (): void => {
    const total = gathered.staged && done ? Math.round((counts.orders * gathered.staged) / done) : undefined;
    request.onProgress?.({ stage: "recording", done: counts.orders, total });
  };
  for await (const { orders, stored } of oneAhead(lookedUp())) {
    request.signal?.throwIfAborted();
    const isNew = (order: Incoming): boolean => profile.shape === "event" && !stored.has(keyText(order));
    const [known, news] = [orders.filter((order) => !isNew(order)), orders.filter(isNew)];
    const fresh = await judgeNew(news);
    for (const { source, events } of news)
      addAll(
        kinds,
        source,
        events.map(({ kind }) => kind),
      );
    await writing;
    tell();
    writing = (async () => {
      await writeFresh(appending, fresh, generation, ids);
      await addCallers(tx, callersOf(orders), appending.batch);
      const unknown = new Map([...fresh.units].filter(([code]) => !told.has(code)));
      for (const code of unknown.keys()) told.add(code);
      counts.units += await meetUnits(tx, unknown, appending.now);
      await append(known, stored);
    })();
    writing.catch(() => undefined);
    counts.orders += news.length;
    counts.rows += fresh.rows;
    counts.judged += news.length;
    counts.added += fresh.findings.length;
    for (const order of orders) done += order.attributes.length + order.rows.length + order.events.length;
  }
  await writing;
  tell();
  return { kinds, signatures };
}

function addAll(kinds: Map<string, Set<EventKind>>, source: string, met: Iterable<EventKind>): void {
  const all = kinds.get(source) ?? new Set();
  for (const kind of met) all.add(kind);
  kinds.set(source, all);
}
