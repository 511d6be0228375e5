import { open, stat } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CANONICAL_PROFILE,
  looksLikeFormula,
  openTables,
  type SheetToWrite,
  spoolRejects,
  writeWorkbook,
} from "../src/index";
import { openFile } from "../src/readers/open";
import { readDirectory } from "../src/xlsx/zip-directory";
import { readEntry } from "../src/xlsx/zip-entry";
import { readAll, testFolder } from "./files";
import { bytesOf } from "./workbooks";

const { folder, write } = testFolder();
const book = (sheets: readonly SheetToWrite[]) => bytesOf(writeWorkbook(sheets));

async function sheetXml(path: string): Promise<string> {
  const file = await open(path, "r");
  const entries = await readDirectory(path, file, (await stat(path)).size).finally(() => file.close());
  const entry = entries.find(({ name }) => name.endsWith("sheet1.xml"));
  return entry ? (await bytesOf(readEntry(path, entry))).toString("utf8") : "";
}

const dangerous = ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "　＝1", "＋1", "－1", "＠a", "\u00a0=1"];

describe("a workbook that is written", () => {
  it("holds no formula, whatever its texts begin with, and they stay texts when they are edited", async () => {
    expect(dangerous.filter((text) => !looksLikeFormula(text))).toEqual([]);
    const path = write(
      "formulas.xlsx",
      await book([{ name: "a", columns: ["=b"], rows: dangerous.map((text) => [text]) }]),
    );
    const xml = await sheetXml(path);
    expect(xml).not.toMatch(/<f[ >/]/);
    expect(xml.match(/s="2" t="inlineStr"/g)?.length).toBe(dangerous.length);
    expect(["甲局", "12345", "2024-03-05"].filter(looksLikeFormula)).toEqual([]);
  });

  it("is read again as it was, and its bytes are the same each time", async () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom("a", "办", "<", "&", '"', "=", "\u0001", "_x0041_", "\ud800", "𠮷", " "),
        maxLength: 8,
      }),
      fc.integer(),
      fc.constant(null),
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const filled = rows.map((cells) => ["x", ...cells]);
        const sheet: SheetToWrite = { name: "表[1]", columns: ["k", "a", "b", "c"], rows: filled };
        const bytes = await book([sheet]);
        expect(bytes.equals(await book([sheet]))).toBe(true);
        const [opened] = await openFile(write("again.xlsx", bytes), () => false);
        const read: (readonly string[])[] = [];
        for await (const batch of opened?.reader.read([["a"], ["b"], ["c"]]) ?? [])
          for (const { values } of batch) read.push(values);
        const texts = rows.map((cells) =>
          cells.map((one) =>
            one === null
              ? ""
              : String(one)
                  .replaceAll(/[\ud800-\udfff]/gu, "\ufffd")
                  .trim(),
          ),
        );
        expect(read).toEqual(texts);
      }),
      { numRuns: 30 },
    );
  });

  it("gives every sheet a name that spreadsheets take, once", async () => {
    const names = ["a/b", "ab", "", "x".repeat(40)];
    const bytes = await book(names.map((name) => ({ name, columns: ["工单编号"], rows: [["1"]] })));
    const opened = await openFile(write("names.xlsx", bytes), () => true);
    expect(opened.map(({ sheet }) => sheet)).toEqual(["ab", "ab (2)", "Sheet3", "x".repeat(31)]);
  });
});

describe("rejects as a workbook", () => {
  const LINES = [
    "工单编号,操作时间,操作类型,意见",
    "A1,2024-03-05 09:07,受理,",
    "A2,昨天,受理,=1+1",
    "A3,2024-03-05,踢皮球,x",
  ];

  it("holds every rejected row with its reason, and loads once it is mended", async () => {
    const path = write("broken.csv", LINES.join("\n"));
    const { rejects } = await readAll(path);
    expect(rejects.length).toBe(2);
    const spooled = await spoolRejects(await openTables([path], CANONICAL_PROFILE), rejects, folder);
    const bytes = await bytesOf(spooled.workbook("zh"));
    await spooled.remove();
    const again = await readAll(write("rejects.xlsx", bytes));
    expect(again.rows).toEqual([]);
    expect(again.rejects.map(({ reason, value }) => [reason, value])).toEqual(
      rejects.map(({ reason, value }) => [reason, value]),
    );
    const text = await sheetXml(write("rejects.xlsx", bytes));
    expect(text).toContain("时间无法识别");
    const mended = write("mended.csv", LINES.join("\n").replace("昨天", "2024-03-05").replace("踢皮球", "派单"));
    expect((await readAll(mended)).rejects).toEqual([]);
  });
});
