import type { Order, OrderAttributes } from "@tianyan/core";
import { compact } from "@tianyan/ingest";

/** Orders that are kept in memory; a larger table is parted on disk with the rows. */
const MOST_ORDERS = 400_000;

export const attributesOf = (order: Order): OrderAttributes => ({
  category: order.category,
  orderType: order.orderType,
  urgency: order.urgency,
  slaClass: order.slaClass,
  demandClass: order.demandClass,
});

/** Attributes by order id; orders that are alike share them. A later row of the same order replaces the earlier. */
export class OrderTable {
  readonly #attributes = new Map<string, OrderAttributes>();
  readonly #alike = new Map<string, OrderAttributes>();
  readonly #most: number;

  constructor(most = MOST_ORDERS) {
    this.#most = most;
  }

  get full(): boolean {
    return this.#attributes.size >= this.#most;
  }

  get(orderId: string): OrderAttributes | undefined {
    return this.#attributes.get(orderId);
  }

  set(order: Order): void {
    const attributes = attributesOf(order);
    const key = compact(JSON.stringify(attributes));
    let shared = this.#alike.get(key);
    if (!shared) {
      shared = JSON.parse(key) as OrderAttributes;
      this.#alike.set(key, shared);
    }
    this.#attributes.set(compact(order.orderId), shared);
  }
}
