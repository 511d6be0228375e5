import { type DemandClass, type Order, readDemandClass, readOrderType, readUrgency } from "@tianyan/core";
import type { ColumnPlan } from "./column-plan";

/** Order attributes of a row, or the demand class that is not known. */
export type MapOrder = (values: readonly string[]) => { readonly order: Order; readonly unknownClass: string | null };

/** `source` stands where the row names none. */
export function createOrderMapper(plan: ColumnPlan, source: string): MapOrder {
  const places = new Map(plan.columns.map((column, place) => [column, place]));
  return (values) => {
    const value = (column: string): string => values[places.get(column) ?? -1] ?? "";
    const demandClass: DemandClass | null =
      value("demand_class") === "" ? "normal" : readDemandClass(value("demand_class"));
    return {
      unknownClass: demandClass === null ? value("demand_class") : null,
      order: {
        orderId: value("order_id"),
        source: value("source") || source,
        title: value("title"),
        content: value("content"),
        category: value("category"),
        orderType: value("order_type") && readOrderType(value("order_type")),
        urgency: value("urgency") && readUrgency(value("urgency")),
        slaClass: value("sla_class"),
        district: value("district"),
        channel: value("channel"),
        line: value("line"),
        citizenKey: value("citizen_key"),
        location: value("location"),
        demandClass: demandClass ?? "normal",
      },
    };
  };
}
