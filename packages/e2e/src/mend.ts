import { writeFile } from "node:fs/promises";
import { instant } from "@tianyan/core";
import { recognise, writeWorkbook } from "@tianyan/ingest";

/** Puts cells of a small workbook right, as a person would in a spreadsheet: `right` gets the header and what stands there. */
export async function mendWorkbook(path: string, right: (header: string, cell: string) => string): Promise<number> {
  const { files } = await recognise([path], { zone: "Asia/Shanghai", now: instant(Date.now()) });
  const tables = files.flatMap((file) => file.tables);
  const sheets = tables.map(({ sheet, headers, sample }) => ({
    name: sheet ?? "拒收",
    columns: headers,
    rows: sample.map((row) => row.map((cell, at) => right(headers[at] ?? "", cell))),
  }));
  const parts: Uint8Array[] = [];
  for await (const part of writeWorkbook(sheets)) parts.push(part);
  await writeFile(path, Buffer.concat(parts));
  return tables.reduce((rows, { sample }) => rows + sample.length, 0);
}
