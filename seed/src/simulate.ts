import type { Instant } from "@tianyan/core";
import type { Planted, Step } from "./conduct/chronicle";
import { historyOf } from "./conduct/history";
import { arrivals, type Stretch } from "./intake/arrivals";
import { intakeDays } from "./intake/days";
import { draftOrder, type OrderDraft } from "./intake/draft";
import { Random } from "./random";

export interface DemoOptions {
  /** How many orders came in. */
  readonly orders: number;
  readonly seed: number;
  /** The present: nothing happens after it. */
  readonly until: Instant;
}

export interface SimulatedOrder {
  readonly order: OrderDraft;
  /** By time, none after `until`. */
  readonly steps: readonly Step[];
  readonly planted: readonly Planted[];
}

/**
 * The orders of the county by time of acceptance, of all days or of a stretch of them; one at a time, so that any number of
 * them needs no more memory.
 */
export function* simulate({ orders, seed, until }: DemoOptions, stretch?: Stretch): Generator<SimulatedOrder> {
  const intake = { seed, orders, mark: markOf({ orders, seed, until }) };
  for (const arrival of arrivals(intakeDays(orders, seed, until), orders, seed, stretch)) {
    const order = draftOrder(arrival, intake);
    const history = historyOf(order, seed);
    yield { order, steps: history.steps(until), planted: history.planted.filter((entry) => entry.at <= until) };
  }
}

function markOf({ orders, seed, until }: DemoOptions): string {
  const random = new Random(seed ^ orders, Math.floor(until / 1000));
  return String(random.int(0, 9999)).padStart(4, "0");
}
