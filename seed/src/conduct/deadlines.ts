import { after, HOUR, type Instant } from "@tianyan/core";
import { endOfWorkday } from "../clock";
import type { OrderDraft } from "../intake/draft";

/** When an order must be done that a unit got at `start`, by the default terms that the county keeps. */
export function dueOf(order: OrderDraft, start: Instant): Instant {
  if (order.slaClass === "complex") return endOfWorkday(start, 15);
  if (order.urgency === "urgent") return after(start, 24 * HOUR);
  if (order.urgency === "emergency") return after(start, 2 * HOUR);
  return endOfWorkday(start, order.type === "consult" ? 1 : 5);
}

export const reworkDueOf = (start: Instant): Instant => endOfWorkday(start, 3);
