import type { Instant } from "@tianyan/core";
import { currentGeneration, nextTouched, type OrderKey, type Transaction } from "@tianyan/db";
import { deriveAgain } from "../imports/append-states";
import { meetUnits } from "../imports/units";
import { applyInPlace, type JudgementIds } from "./apply";
import { compareOrders } from "./compare";
import type { Judging } from "./setting";

/** How findings moved when orders were judged again. */
export interface Moved {
  readonly orders: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** By code of a unit that a finding names. */
  readonly units: ReadonlyMap<string, { readonly added: number; readonly removed: number }>;
}

export interface JudgeTouchedOptions {
  readonly now: Instant;
  readonly signal?: AbortSignal | undefined;
  /** Sources of shape state or step whose events are derived again, with the batch that new ones count to. */
  readonly derive: ReadonlyMap<string, string>;
  readonly onJudged?: ((orders: number) => void) | undefined;
}

const CHUNK = 1_000;

/** Judges the orders of the table `touched` and writes the difference. */
export async function judgeTouched(tx: Transaction, judging: Judging, options: JudgeTouchedOptions): Promise<Moved> {
  const { now, signal, derive, onJudged } = options;
  const generation = await currentGeneration(tx);
  const ids: JudgementIds = new Map();
  const total = { orders: 0, added: 0, changed: 0, removed: 0 };
  const units = new Map<string, { added: number; removed: number }>();
  const count = (codes: readonly string[], what: "added" | "removed"): void => {
    for (const code of codes) {
      const moved = units.get(code) ?? { added: 0, removed: 0 };
      moved[what] += 1;
      units.set(code, moved);
    }
  };
  const resolveUnit = (source: string, word: string): string => judging.bench(source, null).units.resolve(word);
  let last: OrderKey | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const rows: readonly { source: string; order_id: string }[] = await nextTouched(tx, last, CHUNK);
    const keys = rows.map((row) => ({ source: row.source, orderId: row.order_id }));
    last = keys.at(-1) ?? null;
    if (last === null) break;
    for (const [source, batch] of derive) {
      const own = keys.filter((key) => key.source === source);
      await deriveAgain({ tx, batch, now, resolveUnit }, own);
    }
    const comparison = await compareOrders(tx, judging, keys, generation);
    await applyInPlace(tx, comparison, generation, ids, now);
    await meetUnits(tx, comparison.units, now);
    for (const { stored } of comparison.added)
      count(
        stored.finding.units.map(({ unit }) => unit),
        "added",
      );
    for (const { unit_codes } of comparison.removed) count(unit_codes, "removed");
    total.orders += comparison.orders;
    total.added += comparison.added.length;
    total.changed += comparison.changed.length;
    total.removed += comparison.removed.length;
    onJudged?.(total.orders);
  }
  return { ...total, units };
}
