import { readFile } from "node:fs/promises";

/** The rows of a CSV file whose quoted fields hold no line end, by header. */
export async function readCsv(path: string): Promise<Record<string, string>[]> {
  const [header = "", ...lines] = (await readFile(path, "utf8")).trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const fields = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => match[1] ?? "");
    return Object.fromEntries(names.map((name, index) => [name, unquoted(fields[index] ?? "")]));
  });
}

const unquoted = (field: string): string => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
