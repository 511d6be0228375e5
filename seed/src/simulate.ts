import type { Instant } from "@tianyan/core";
import type { Planted, Step } from "./conduct/chronicle";
import { historyOf } from "./conduct/history";
import { arrivals } from "./intake/arrivals";
import { intakeDays } from "./intake/days";
import { draftOrder, type OrderDraft } from "./intake/draft";

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

/** The orders of the county by time of acceptance, one at a time, so that any number of them needs no more memory. */
export function* simulate({ orders, seed, until }: DemoOptions): Generator<SimulatedOrder> {
  for (const arrival of arrivals(intakeDays(orders, seed, until), orders, seed)) {
    const order = draftOrder(arrival, seed, orders);
    const history = historyOf(order, seed);
    yield { order, steps: history.steps(until), planted: history.planted.filter((entry) => entry.at <= until) };
  }
}
