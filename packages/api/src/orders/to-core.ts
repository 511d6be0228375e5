import { instant, type Order, type OrderEvent } from "@tianyan/core";
import type { EventItem, OrderItem } from "./order";

/** The order as the core knows it. */
export const toOrder = (item: OrderItem): Order => ({
  orderId: item.order_id,
  source: item.source,
  title: item.title,
  content: item.content,
  category: item.category,
  orderType: item.order_type,
  urgency: item.urgency,
  slaClass: item.sla_class,
  district: item.district,
  channel: item.channel,
  line: item.line,
  citizenKey: item.citizen_key,
  location: item.location,
  demandClass: item.demand_class,
});

/** The event as the core knows it. */
export const toOrderEvent = (item: EventItem): OrderEvent => ({
  ref: item.ref,
  hasId: item.has_id,
  at: instant(Date.parse(item.at)),
  position: item.position,
  part: item.part,
  kind: item.kind,
  unit: item.unit,
  toUnit: item.to_unit,
  reasonCode: item.reason_code,
  text: item.text,
  operator: item.operator,
  result: item.result,
  dueAt: item.due_at === null ? null : instant(Date.parse(item.due_at)),
});
