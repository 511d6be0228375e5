import { currentGeneration, nextKeys, type OrderKey } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { compareOrders } from "../judging/compare";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";

/** Where what is stored is not what the recorded events say. */
export interface CheckSummary {
  readonly orders: number;
  readonly events: number;
  readonly findings: number;
  readonly differences: {
    /** Findings that should be there, should be other, should not be there. */
    readonly missing: number;
    readonly other: number;
    readonly surplus: number;
    /** Orders whose own state or course should be other. */
    readonly orders: number;
  };
  /** The first few orders that differ. */
  readonly examples: readonly { readonly source: string; readonly order_id: string }[];
}

const CHUNK = 500;
const MOST_EXAMPLES = 10;

/** Judges every order again from its rows and compares, in one snapshot; writes nothing. */
export async function checkFindings({ work }: Services, _actor: Actor, signal?: AbortSignal): Promise<CheckSummary> {
  return work.sql.begin("isolation level repeatable read read only", async (tx) => {
    const judging = await loadJudging(tx);
    const generation = await currentGeneration(tx);
    const total = { orders: 0, events: 0, findings: 0 };
    const differences = { missing: 0, other: 0, surplus: 0, orders: 0 };
    const examples = new Map<string, { source: string; order_id: string }>();
    let last: OrderKey | null = null;
    for (;;) {
      signal?.throwIfAborted();
      const rows: readonly { source: string; order_id: string }[] = await nextKeys(tx, last, CHUNK, null);
      const keys = rows.map((row) => ({ source: row.source, orderId: row.order_id }));
      last = keys.at(-1) ?? null;
      if (last === null) break;
      const comparison = await compareOrders(tx, judging, keys, generation);
      total.orders += comparison.orders;
      total.events += comparison.events;
      total.findings += comparison.findings;
      differences.missing += comparison.added.length;
      differences.other += comparison.changed.length;
      differences.surplus += comparison.removed.length;
      const ofOrders = [...comparison.states, ...comparison.courseOrders, ...comparison.course.tallies];
      differences.orders += new Set(ofOrders.map((key) => JSON.stringify([key.source, key.orderId]))).size;
      const found = [
        ...[...comparison.added, ...comparison.changed].map(({ stored }) => ({
          source: stored.source,
          order_id: stored.orderId,
        })),
        ...comparison.removed.map(({ source, order_id }) => ({ source, order_id })),
        ...ofOrders.map(({ source, orderId }) => ({ source, order_id: orderId })),
      ];
      for (const key of found) if (examples.size < MOST_EXAMPLES) examples.set(JSON.stringify(key), key);
    }
    return { ...total, differences, examples: [...examples.values()] };
  });
}
