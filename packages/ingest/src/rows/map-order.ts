import { type DemandClass, type Order, readDemandClass, readOrderType, readUrgency } from "@tianyan/core";
import { CALLER_COLUMNS } from "../profiles/columns";
import type { ColumnPlan } from "./column-plan";

/** Who called, as written; "" where the source says nothing. */
export interface Caller {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly address: string;
}

/** Order attributes of a row with who called, where it says anything of that; or the demand class that is not known. */
export type MapOrder = (values: readonly string[]) => {
  readonly order: Order;
  readonly caller: Caller | null;
  readonly unknownClass: string | null;
};

/** `source` stands where the row names none. */
export function createOrderMapper(plan: ColumnPlan, source: string): MapOrder {
  const places = new Map(plan.columns.map((column, place) => [column, place]));
  const callers = CALLER_COLUMNS.some((column) => places.has(column));
  return (values) => {
    const value = (column: string): string => values[places.get(column) ?? -1] ?? "";
    const demandClass: DemandClass | null =
      value("demand_class") === "" ? "normal" : readDemandClass(value("demand_class"));
    return {
      caller: callers ? callerOf(value) : null,
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

function callerOf(value: (column: string) => string): Caller | null {
  const [name, phone, idNumber, address] = [value("caller_name"), value("phone"), value("id_number"), value("address")];
  return name || phone || idNumber || address ? { name, phone, idNumber, address } : null;
}
