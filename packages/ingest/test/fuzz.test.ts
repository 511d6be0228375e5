import fc from "fast-check";
import { expect, it } from "vitest";
import { gzip, readAll, refusalOf, testFolder } from "./files";

const { write } = testFolder();
const CSV = `order_id,event_id,at,kind,unit,text\n${Array.from({ length: 12 }, (_, n) => `A${n},E${n},2024-03-05 09:0${n % 10},受理,甲局,"说明，""${n}"""`).join("\n")}\n`;
const NDJSON = Array.from(
  { length: 12 },
  (_, n) => `{"order_id":"A${n}","at":"2024-03-05T09:00:00Z","kind":"受理"}\n`,
).join("");

/** What happens to bytes on their way: cut off, overwritten, repeated, filled in. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    act: fc.constantFrom("cut", "set", "insert", "remove"),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
    special: fc.constantFrom("", "\0", '"', "\n", "\r", ",", "\ufeff", "{", "\\", "𠮷"),
  }),
  { maxLength: 4 },
);

type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function damaged(text: Buffer, acts: Damage): Buffer {
  let bytes = text;
  for (const { at, act, bytes: random, special } of acts) {
    const place = Math.floor(at * bytes.length);
    const piece = special === "" ? Buffer.from(random) : Buffer.from(special);
    if (act === "cut") bytes = bytes.subarray(0, Math.max(1, place));
    else if (act === "insert") bytes = Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place)]);
    else if (act === "remove") bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]);
    else bytes = Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place + piece.length)]);
  }
  return bytes;
}

it("a damaged file is refused in words, or each of its rows is accepted or rejected, once", {
  timeout: 60_000,
}, async () => {
  const source = fc.constantFrom(CSV, NDJSON);
  await fc.assert(
    fc.asyncProperty(source, damage, fc.boolean(), async (text, acts, packed) => {
      const bytes = damaged(Buffer.from(text), acts);
      const path = write("damaged", packed ? gzip(bytes) : bytes);
      const refusal = await refusalOf(path);
      if (refusal) {
        expect(refusal.words.zh).not.toContain("\n");
        return;
      }
      const { rows, rejects } = await readAll(path);
      const numbers = [...rows, ...rejects].map(({ row }) => row).sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }),
    { numRuns: 600 },
  );
});
