import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfinishedBytes } from "../src/readers/utf8-watch";
import { gzip, readAll, testFolder, toGb18030 } from "./files";

const { write } = testFolder();
const ROWS = [
  "工单编号,时间,操作,说明",
  "A1,2024-03-05 09:07,受理,市民来电",
  'A1,2024-03-05 10:00,派单,"派，“城管局”\n办理"',
];
const TEXT = `${ROWS.join("\r\n")}\r\n`;

const meaning = async (path: string) => {
  const { rows, rejects } = await readAll(path);
  expect(rejects).toEqual([]);
  return rows.map((row) => [row.orderId, row.at, row.shape === "event" ? row.kinds : null, row.text]);
};

describe("encodings and packings of one table mean the same", () => {
  it("UTF-8 and GB18030, with and without byte order mark, plain and gzip", async () => {
    const expected = await meaning(write("utf8.csv", TEXT));
    expect(expected.length).toBe(2);
    expect(await meaning(write("bom.csv", `\ufeff${TEXT}`))).toEqual(expected);
    expect(await meaning(write("gb.csv", toGb18030(TEXT)))).toEqual(expected);
    const marked = Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), toGb18030(TEXT)]);
    expect(await meaning(write("gb-bom.csv", marked))).toEqual(expected);
    expect(await meaning(write("utf8.csv.gz", gzip(TEXT)))).toEqual(expected);
    expect(await meaning(write("gb.csv.gz", gzip(toGb18030(TEXT))))).toEqual(expected);
    expect(await meaning(write("named-plain.csv", gzip(TEXT)))).toEqual(expected);
  });

  it("semicolons and tabs", async () => {
    const expected = await meaning(write("comma.csv", TEXT));
    const tabs = TEXT.replaceAll(",", "\t").replace("派，", "派，");
    expect(await meaning(write("tab.txt", tabs))).toEqual(expected);
    expect(await meaning(write("semicolon.csv", TEXT.replaceAll(",", ";")))).toEqual(expected);
  });

  it("NDJSON, with values that are no texts, and keys that come late", async () => {
    const objects = [
      { order_id: 17, at: "2024-03-05T09:07:00+08:00", kind: "受理", text: null },
      ...Array.from({ length: 60 }, (_, n) => ({
        order_id: 17,
        at: "2024-03-06T09:07:00+08:00",
        kind: "备注",
        text: `${n}`,
      })),
      { order_id: 17, at: "2024-03-07T09:07:00+08:00", kind: "派单", to_unit: "甲局" },
    ];
    const text = `\ufeff${objects.map((object) => JSON.stringify(object)).join("\r\n")}\r\n`;
    const { rows, rejects } = await readAll(write("rows.ndjson.gz", gzip(text)));
    expect(rejects).toEqual([]);
    expect(rows.length).toBe(62);
    expect(rows[0]).toMatchObject({ orderId: "17", text: null });
    expect(rows.at(-1)).toMatchObject({ toUnit: "甲局", ref: "#62" });
  });

  it("a large file is decoded alike wherever its chunks are cut", async () => {
    const rows = Array.from({ length: 12_000 }, (_, n) => `A${n},2024-03-05 09:07,受理,第${n}件：路面破损，积水严重𠮷`);
    const text = `${ROWS[0]}\n${rows.join("\n")}\n`;
    const read = await meaning(write("large.csv", text));
    expect(read.map(([, , , words]) => words)).toEqual(rows.map((row) => row.split(",")[3]));
    const han = text.replaceAll("𠮷", "好");
    expect(await meaning(write("large-gb.csv", toGb18030(han)))).toEqual(await meaning(write("large-han.csv", han)));
  });
});

it("a cut UTF-8 character is left for the next piece, and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "办", "𠮷"), maxLength: 12 }), fc.nat(40), (text, cut) => {
      const bytes = Buffer.from(text).subarray(0, cut);
      const whole = bytes.subarray(0, bytes.length - unfinishedBytes(bytes));
      expect(text.startsWith(whole.toString("utf8"))).toBe(true);
      expect(bytes.length - whole.length).toBeLessThan(4);
    }),
  );
});
