import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compareCodePoints } from "@tianyan/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BloomFilter } from "../src/services/detect/bloom-filter";
import { SortedLines } from "../src/services/detect/sorted-lines";
import { TempFolder } from "../src/services/detect/temp-folder";
import { detectWith, readText, STORIES, testFolder } from "./detect-run";

const { write } = testFolder();
const stories = readdirSync(STORIES).sort();
const [header = "", ...rows] = stories.flatMap((story, index) =>
  readText(join(STORIES, story, "events.csv"))
    .trim()
    .split("\n")
    .slice(index === 0 ? 0 : 1),
);
const grouped = write("grouped.csv", `${[header, ...rows].join("\n")}\n`);
const orders = write(
  "orders.csv",
  stories
    .flatMap((story, index) =>
      readText(join(STORIES, story, "orders.csv"))
        .trim()
        .split("\n")
        .slice(index === 0 ? 0 : 1),
    )
    .join("\n"),
);

describe("the order of rows in the file changes nothing", () => {
  it("no shuffle changes a byte: no instant of the stories occurs twice in an order", { timeout: 30_000 }, async () => {
    const expected = await detectWith("--events", grouped, "--orders", orders);
    expect(expected.err).not.toContain("brought together");
    const flags = write("flags", "");
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const path = write("shuffled.csv", `${[header, ...shuffled].join("\n")}\n`);
        const found = await detectWith("--events", path, "--orders", orders, "--flags", flags);
        expect(found.out).toBe(expected.out);
      }),
      { numRuns: 30 },
    );
  });

  it("an order that returns sends the run over the disk, with the same rejects once", async () => {
    const [first = "", second = "", ...rest] = rows;
    const broken = ",x,2021-01-01,受理,,,,,,,";
    const path = write("returns.csv", `${[header, first, broken, ...rest, broken, second].join("\n")}\n`);
    const rejects = write("rejects.ndjson", "");
    const found = await detectWith("--events", path, "--orders", orders, "--rejects", rejects);
    expect(found.err).toContain("brought together");
    expect(found.code).toBe(1);
    expect(
      readText(rejects)
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { row: number }).row),
    ).toEqual([2, rows.length + 1]);
    expect(found.out).toBe((await detectWith("--events", grouped, "--orders", orders)).out);
  });

  it("an empty order of an orders table means no attributes, a missing one the same", async () => {
    const none = await detectWith("--events", grouped);
    const blank = write("blank.csv", "order_id\nJD2021102801\n");
    expect((await detectWith("--events", grouped, "--orders", blank)).out).toBe(none.out);
  });
});

describe("what is kept on the disk", () => {
  it("lines come back by order id in code points, however little memory they may take", async () => {
    const id = fc.string({ unit: fc.constantFrom("a", "B", "甲", "\uffee", "𠮷", "\n", '"'), maxLength: 4 });
    const written = fc.uniqueArray(
      fc.tuple(id, fc.array(fc.constantFrom("x", "yy", "办"), { minLength: 1, maxLength: 3 })),
      {
        selector: ([key]) => key,
        maxLength: 40,
      },
    );
    await fc.assert(
      fc.asyncProperty(written, fc.constantFrom(0, 200, 1e9), async (orders, most) => {
        const folder = new TempFolder();
        try {
          const lines = new SortedLines(folder, most);
          for (const [orderId, texts] of orders)
            lines.add({ orderId, lines: texts.map((text) => ({ tag: "t", text })) });
          const read: string[] = [];
          for await (const { orderId, lines: found } of lines.read())
            read.push(JSON.stringify([orderId, found.map(({ text }) => text)]));
          const sorted = [...orders].sort(([a], [b]) => compareCodePoints(a, b));
          expect(read).toEqual(sorted.map((order) => JSON.stringify(order)));
        } finally {
          folder.remove();
        }
      }),
    );
  });

  it("a text that was seen is never missed, and few new ones are taken for seen", () => {
    const filter = new BloomFilter();
    const ids = Array.from({ length: 50_000 }, (_, n) => `GD${n}`);
    expect(ids.filter((id) => filter.add(id))).toEqual([]);
    expect(ids.every((id) => filter.add(id))).toBe(true);
  });
});
