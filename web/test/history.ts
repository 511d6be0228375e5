import type { OrderDetail } from "@tianyan/api";
import { parametersDocument } from "@tianyan/api";
import { DEFAULT_PARAMETERS, type EventKind, type Instant, instant, RULES } from "@tianyan/core";
import { type CaseFile, caseFile } from "../src/features/order/lib/case-file";

/** `2021-06-07 09:20` in Shanghai. */
export const at = (text: string): Instant => instant(Date.parse(`${text.replace(" ", "T")}:00+08:00`));

export type Row = readonly [time: string, kind: EventKind, unit: string, toUnit?: string | undefined, dueAt?: string];

/** An order as the server would send it; the n-th row has the reference `n`. */
export function detailOf(rows: readonly Row[]): OrderDetail {
  return {
    at: "2030-01-01T00:00:00.000Z",
    order: {
      source: "test",
      order_id: "T1",
      title: "",
      content: "",
      category: "",
      order_type: "complaint",
      urgency: "normal",
      sla_class: "",
      district: "",
      channel: "",
      line: "",
      citizen_key: "",
      location: "",
      demand_class: "normal",
    },
    caller: null,
    events: rows.map(([time, kind, unit, toUnit, dueAt], index) => ({
      ref: String(index + 1),
      has_id: true,
      at: new Date(at(time)).toISOString(),
      position: index,
      part: 0,
      kind,
      unit: unit === "" ? null : unit,
      to_unit: toUnit ?? null,
      reason_code: null,
      text: null,
      operator: null,
      result: null,
      due_at: dueAt === undefined ? null : new Date(at(dueAt)).toISOString(),
      recorded_at: "2030-01-01T00:00:00.000Z",
      batch: "1",
    })),
    flags: [],
    units: [],
    setting: {
      parameters: parametersDocument(DEFAULT_PARAMETERS),
      parameters_version: "test",
      centres: ["centre"],
      competence: [],
      measurable: [...RULES],
      compare_rows: true,
    },
    findings: [],
    batches: [],
  };
}

export const fileOf = (rows: readonly Row[], asOf = "2030-01-01 00:00"): CaseFile => caseFile(detailOf(rows), at(asOf));

/** Two units, a rejected return, an approved one, done by the second. */
export const PASSED_ON: readonly Row[] = [
  ["2021-06-07 09:20", "accepted", "centre"],
  ["2021-06-07 09:45", "dispatched", "centre", "A"],
  ["2021-06-07 15:00", "signed", "A"],
  ["2021-06-08 10:00", "return_requested", "A"],
  ["2021-06-08 11:00", "return_rejected", "centre"],
  ["2021-06-09 10:00", "return_requested", "A"],
  ["2021-06-09 15:00", "return_approved", "centre"],
  ["2021-06-09 16:00", "dispatched", "centre", "B"],
  ["2021-06-10 09:00", "contacted", "B"],
  ["2021-06-10 10:00", "suspended", "B"],
  ["2021-06-11 10:00", "resumed", "B"],
  ["2021-06-15 10:00", "completed", "B"],
  ["2021-06-16 10:00", "closed", "centre"],
];
