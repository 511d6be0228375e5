import fc from "fast-check";
import type { Schema } from "./schema";

/** Words that are there, by the name of the field that takes them: only with these a request gets beyond "not found". */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Texts that programs trip over. */
const HOSTILE_TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\ufeff",
  "\u202e",
  "😀".repeat(60),
  "单".repeat(5_000),
  "a".repeat(70_000),
  "'",
  "' or 1=1 --",
  '"; drop table orders; --',
  "%",
  "_",
  "\\",
  "%00",
  "../../etc/passwd",
  "-1",
  "0",
  "00",
  "1e309",
  "9".repeat(30),
  "9223372036854775807",
  "9223372036854775808",
  "NaN",
  "null",
  "true",
  "[]",
  "{}",
  "__proto__",
  "constructor",
  "＝1+1",
  "2026-02-30",
  "2026-13-01",
  "0000-01-01",
  "2026-11-20T24:00:00Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "+275760-09-13T00:00:00.000Z",
  "2026-11-20T09:00:00+14:00",
] as const;

const HOSTILE_NUMBERS = [
  0,
  -0,
  -1,
  0.5,
  1e-9,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  1e308,
  Number.MAX_SAFE_INTEGER,
] as const;

const hostileText = fc.constantFrom(...HOSTILE_TEXTS);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  hostileText,
  fc.constantFrom<unknown>(...HOSTILE_NUMBERS),
  fc.constant(null),
);

const instants = fc
  .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2031-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

function textOf({ format }: Schema, words: readonly string[]): fc.Arbitrary<string> {
  if (format === "date-time") return instants;
  if (format === "date") return instants.map((iso) => iso.slice(0, 10));
  if (format === "uuid") return fc.uuid();
  const own = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("核查", "甲局", "1", "2"));
  return words.length === 0 ? own : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...words) }, own);
}

function numberOf({ type, minimum = -1_000, maximum = 1_000 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -1e6), Math.min(maximum, 1e6)];
  return type === "integer" ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}

/** Values as the schema describes them; now and then, at any depth, something else. */
export function valuesOf(schema: Schema, known: Known, name = ""): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 14, arbitrary: fitting(schema, known, name) }, { weight: 1, arbitrary: anything });
}

function fitting(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return fc.oneof(...ways.map((way) => valuesOf(way, known, name)));
  if (Array.isArray(schema.type)) {
    const types: readonly string[] = schema.type;
    return fc.oneof(...types.map((type) => fitting({ ...schema, type }, known, name)));
  }
  switch (schema.type) {
    case "object":
      return objectOf(schema, known);
    case "array":
      return fc.array(valuesOf(schema.items ?? {}, known, name), { minLength: schema.minItems ?? 0, maxLength: 4 });
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return textOf(schema, known[name] ?? []);
    default:
      return anything;
  }
}

function objectOf(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, valuesOf(field, known, name)]),
  );
  const own = fc.record(fields, {
    requiredKeys: required.filter((name): name is string => Object.hasOwn(fields, name)),
  });
  if (typeof additionalProperties !== "object") return own;
  const others = fc.dictionary(fc.string({ maxLength: 8 }), valuesOf(additionalProperties, known), { maxKeys: 3 });
  return fc.tuple(own, others).map(([named, more]) => ({ ...more, ...named }));
}

/** Bytes where a file is expected: a table, something that looks like one, or noise. */
export const files: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.constantFrom(
    "order_id,at,kind,unit\nA,2026-03-02 09:00:00,accepted,centre\n",
    "code,name,parent,kind\nU1,一局,,\n",
    "category,unit\n城建,U1\n",
    "date,works\n2026-10-01,false\n",
    '{"order_id":"A","event_id":"1","at":"2026-03-02T09:00:00+08:00","kind":"accepted"}\n',
    "PK\u0003\u0004",
    "\0\0\0",
    "",
  ),
  fc.string({ maxLength: 200 }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
);
