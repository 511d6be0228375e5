import { inflateRawSync } from "node:zlib";

/** The parts of a workbook that we wrote, one after the other. */
export function unzipped(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = bytes.indexOf("PK\u0003\u0004"); at !== -1; at = bytes.indexOf("PK\u0003\u0004", at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    parts.push(bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(bytes.subarray(start)).toString("utf8") : "");
  }
  return parts.join("\n");
}

/** The texts of its cells, row by row; of a workbook with one sheet. */
export function cellsOf(bytes: Buffer): string[][] {
  const rows = [...unzipped(bytes).matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = ""]) => row);
  return rows.map((row) => {
    const cells: string[] = [];
    for (const [, letter = "A", content = ""] of row.matchAll(/<c r="([A-Z])\d+"[^>]*>(.*?)<\/c>/gs))
      cells[letter.charCodeAt(0) - 65] = content
        .replaceAll(/<[^>]+>/g, "")
        .replaceAll("&quot;", '"')
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
    return Array.from(cells, (cell) => cell ?? "");
  });
}
