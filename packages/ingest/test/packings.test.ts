import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { writeWorkbook } from "../src/index";
import { gzip, readAll, testFolder, toGb18030 } from "./files";
import { bytesOf, workbook } from "./workbooks";

const { write } = testFolder();
const HEADER = ["工单编号", "操作时间", "操作类型", "操作单位", "办理意见"];

const cell = (...words: string[]) => fc.constantFrom(...words);
const row = fc.tuple(
  cell("GD1", "GD2", "", "2.02403E+15", "合计"),
  cell("2024-03-05 09:07:00", "2024/3/5 9:07", "45356.379861", "昨天", "3/5/2024", ""),
  cell("受理", "派单", "踢皮球", ""),
  cell("甲局", "", "乙局"),
  cell("说明", "", "=1+1", "a,b", '他说"好"', "甲|乙"),
);

const meaning = async (path: string) => {
  const { rows, rejects } = await readAll(path);
  return { rows, rejects: rejects.map(({ row: at, column, reason, zh }) => [at, column, reason, zh]) };
};

it("one table means the same in CSV, GB18030, UTF-16, workbook and gzip, rejects included", async () => {
  const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const text = [HEADER, ...rows].map((fields) => fields.map(quote).join(",")).join("\n");
      const expected = await meaning(write("a.csv", text));
      expect(expected.rows.length + expected.rejects.length).toBe(rows.length);
      const sheet = { name: "流转", columns: HEADER, rows: rows.map((fields) => [...fields]) };
      const book = await bytesOf(writeWorkbook([sheet]));
      const blank = rows.some((fields) => fields.every((field) => field === ""));
      const packed = [
        write("b.csv", toGb18030(text)),
        write("c.csv", Buffer.from(`\ufeff${text}`, "utf16le")),
        write("d.csv.gz", gzip(text)),
        ...(blank ? [] : [write("e.xlsx", book), write("f.xlsx.gz", gzip(book))]),
      ];
      for (const path of packed) expect(await meaning(path)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

it("workbooks are read by a program that tsx runs, which ends by itself", async () => {
  const path = write(
    "book.xlsx",
    await workbook([{ name: "流转", rows: [HEADER, ["GD1", "2024-03-05", "受理", "甲局", ""]] }]),
  );
  const index = new URL("../src/index.ts", import.meta.url).href;
  const program = `
    import { CANONICAL_PROFILE, readTables } from ${JSON.stringify(index)};
    const options = { files: [${JSON.stringify(path)}], profile: CANONICAL_PROFILE, zone: "Asia/Shanghai", now: Date.UTC(2026, 0, 1) };
    for await (const batch of readTables(options)) console.log(JSON.stringify(batch.rows.map((row) => row.orderId)));
  `;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--import", tsx, "--input-type=module", "-e", program], {
    timeout: 30_000,
  });
  expect(stdout.trim()).toBe('["GD1"]');
});
