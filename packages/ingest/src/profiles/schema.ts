import { type EventKind, isEventKind, readKind } from "@tianyan/core";
import { z } from "zod";
import { ORDER_STATES, type OrderState } from "../rows/row";
import { EVENT_HEADERS, type Headers, ORDER_HEADERS, REQUIRED } from "./columns";

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const columnSpec = z.union([
  word.transform((header) => [header.trim()]),
  z.array(word.transform((header) => header.trim())).min(1),
]);

/** A mapping of canonical columns to the source's; other names are refused, so that a slip of the pen is seen. */
const columnMap = (headers: Headers) => {
  const columns = Object.fromEntries(Object.keys(headers).map((column) => [column, columnSpec.optional()]));
  return z.strictObject(columns).transform((map) => {
    const named: Record<string, readonly string[]> = {};
    for (const [column, spec] of Object.entries(map)) if (spec !== undefined) named[column] = spec;
    return named;
  });
};

const eventMap = (shape: "event" | "state" | "step") =>
  columnMap(EVENT_HEADERS[shape]).superRefine((map, context) => {
    for (const column of REQUIRED[shape]) {
      if (!(column in map)) context.addIssue({ code: "custom", path: [column], params: { missing: true } });
    }
  });

const kind = z.string().transform((text, context): EventKind => {
  const found = isEventKind(text) ? text : readKind(text);
  if (found !== null) return found;
  context.addIssue({ code: "custom", params: { unknownKind: text } });
  return z.NEVER;
});

const kindList = z.union([
  z.literal("ignore").transform((): EventKind[] => []),
  kind.transform((one) => [one]),
  z.array(kind),
]);

const toMap = <T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(record).map(([key, value]) => [key.trim(), value]));

const kindMap = z.record(z.string(), kindList).transform(toMap);

const statusMap = z
  .record(z.string(), z.enum([...ORDER_STATES, "ignore"]))
  .transform((record) => toMap<OrderState | null>(mapValues(record, (state) => (state === "ignore" ? null : state))));

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

const common = {
  source: z.union([z.string().trim().min(1).max(64), z.number().transform(String)]),
  name: z.string().optional(),
  zone: z.string().optional(),
  calendar: z.string().optional(),
  dates: z.string().trim().min(1).default("iso"),
  rows: z.enum(["oldest-first", "newest-first"]).default("oldest-first"),
  empty: z.array(z.union([word, z.null().transform(() => "null")])).default([]),
  orders: columnMap(ORDER_HEADERS).optional(),
  records: z.array(kind).optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
  sla: z.record(z.string(), z.unknown()).optional(),
};

const withShape = (doc: unknown): unknown =>
  typeof doc === "object" && doc !== null && !("shape" in doc) ? { ...doc, shape: "event" } : doc;

const shapes = z.discriminatedUnion("shape", [
  z.strictObject({
    ...common,
    shape: z.literal("event"),
    events: eventMap("event").optional(),
    kinds: kindMap.optional(),
  }),
  z.strictObject({ ...common, shape: z.literal("state"), events: eventMap("state").optional(), status: statusMap }),
  z.strictObject({ ...common, shape: z.literal("step"), events: eventMap("step").optional(), outcomes: kindMap }),
]);

/** A source profile as its YAML file has it (formats.md, Source profile); without `shape` a row is an event. */
export const profileSchema = z.preprocess(withShape, shapes);

export type ProfileDocument = z.output<typeof profileSchema>;
