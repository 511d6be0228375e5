import type { Order, UnitRow } from "@tianyan/core";
import type { RawRow } from "../readers/reader";
import type { ColumnPlan } from "../rows/column-plan";
import { createEventMapper } from "../rows/map-event-row";
import { type Caller, createOrderMapper } from "../rows/map-order";
import { createReject, type Reject } from "../rows/reject";
import { isRounded } from "../rows/rounded";
import type { MappedRow } from "../rows/row";
import type { CompetenceRow, FileIdentity, ReadOptions, TableBatch } from "../rows/table";

type MapBatch = (raws: readonly RawRow[]) => TableBatch;

/** Turns the raw rows of a file into rows of its table and rejects. */
export function createBatchMapper(
  file: FileIdentity,
  plan: ColumnPlan,
  orderPlan: ColumnPlan | null,
  options: ReadOptions,
): MapBatch {
  switch (file.table) {
    case "events":
      return mapEvents(file, plan, orderPlan, options);
    case "orders": {
      const map = usable(file, plan, orderOf(plan, options));
      return (raws) => {
        const { rows, rejects } = map(raws);
        const callers = rows.map(({ caller }) => caller);
        return { file, table: "orders", rows: rows.map(({ order }) => order), callers, rejects };
      };
    }
    case "units": {
      const map = usable(file, plan, unitOf(plan));
      return (raws) => ({ file, table: "units", ...map(raws) });
    }
    case "competence": {
      const map = usable(file, plan, competenceOf(plan, options));
      return (raws) => ({ file, table: "competence", ...map(raws) });
    }
  }
}

/** A row of a table, or the column that makes it unusable. */
type Outcome<T> =
  | { readonly row: T }
  | {
      readonly column: string;
      readonly value: string;
      readonly reason: "missing" | "unknown_class" | "rounded_number";
    };

function usable<T>(file: FileIdentity, plan: ColumnPlan, map: (values: readonly string[]) => Outcome<T>) {
  return (raws: readonly RawRow[]): { readonly rows: readonly T[]; readonly rejects: readonly Reject[] } => {
    const rows: T[] = [];
    const rejects: Reject[] = [];
    for (const raw of raws) {
      if (raw.broken) {
        rejects.push(createReject(file.path, raw.row, raw.broken.column, raw.broken.value, raw.broken.reason));
        continue;
      }
      const outcome = map(plan.values(raw.values));
      if ("row" in outcome) rows.push(outcome.row);
      else {
        const header = plan.headers[plan.columns.indexOf(outcome.column)] ?? outcome.column;
        rejects.push(createReject(file.path, raw.row, header, outcome.value, outcome.reason));
      }
    }
    return { rows, rejects };
  };
}

const missing = (column: string) => ({ column, value: "", reason: "missing" }) as const;

interface OrderOfRow {
  readonly order: Order;
  readonly caller: Caller | null;
}

function orderOf(plan: ColumnPlan, options: ReadOptions): (values: readonly string[]) => Outcome<OrderOfRow> {
  const map = createOrderMapper(plan, options.profile.source);
  return (values) => {
    const { order, caller, unknownClass } = map(values);
    if (order.orderId === "") return missing("order_id");
    if (isRounded(order.orderId)) return { column: "order_id", value: order.orderId, reason: "rounded_number" };
    return unknownClass === null
      ? { row: { order, caller } }
      : { column: "demand_class", value: unknownClass, reason: "unknown_class" };
  };
}

function unitOf(plan: ColumnPlan): (values: readonly string[]) => Outcome<UnitRow> {
  return (values) => {
    const value = (column: string): string => values[plan.columns.indexOf(column)] ?? "";
    if (value("code") === "") return missing("code");
    const aliases = value("aliases").split(/[|｜]/);
    return {
      row: {
        code: value("code"),
        name: value("name"),
        parent: value("parent"),
        kind: value("kind"),
        aliases: aliases.map((alias) => alias.trim()).filter((alias) => alias !== ""),
      },
    };
  };
}

function competenceOf(plan: ColumnPlan, options: ReadOptions): (values: readonly string[]) => Outcome<CompetenceRow> {
  return (values) => {
    const category = values[plan.columns.indexOf("category")] ?? "";
    const unit = values[plan.columns.indexOf("unit")] ?? "";
    if (category === "") return missing("category");
    if (unit === "") return missing("unit");
    return { row: { category, unit: options.resolveUnit?.(unit) ?? unit } };
  };
}

function mapEvents(file: FileIdentity, plan: ColumnPlan, orderPlan: ColumnPlan | null, options: ReadOptions): MapBatch {
  const map = createEventMapper(file.path, plan, options);
  const mapOrder = orderPlan && createOrderMapper(orderPlan, options.profile.source);
  const width = plan.wanted.length;
  return (raws) => {
    const rows: MappedRow[] = [];
    const orders: Order[] = [];
    const callers: (Caller | null)[] = [];
    const rejects: Reject[] = [];
    for (const raw of raws) {
      const { row, reject } = map(mapOrder ? { ...raw, values: raw.values.slice(0, width) } : raw);
      if (reject) {
        rejects.push(reject);
        continue;
      }
      if (mapOrder && orderPlan) {
        const { order, caller, unknownClass } = mapOrder(orderPlan.values(raw.values.slice(width)));
        if (unknownClass !== null) {
          const header = orderPlan.headers[orderPlan.columns.indexOf("demand_class")] ?? "";
          rejects.push(createReject(file.path, raw.row, header, unknownClass, "unknown_class"));
          continue;
        }
        orders.push(order);
        callers.push(caller);
      }
      rows.push(row);
    }
    return { file, table: "events", columns: plan.columns, rows, orders: mapOrder ? orders : null, callers, rejects };
  };
}
