import type { Database } from "@tianyan/db";

const TABLES = [
  "orders",
  "order_event",
  "source_row",
  "finding",
  "finding_unit",
  "leg",
  "unit",
  "import_batch",
  "import_file",
];

/** One text for everything that is stored. */
export async function checksum({ sql }: Database): Promise<string> {
  const sums: string[] = [];
  for (const table of TABLES) {
    const [row] = await sql<{ sum: string }[]>`
      select md5(coalesce(string_agg(t::text, e'\n' order by t::text), '')) as sum from ${sql(table)} t`;
    sums.push(`${table} ${row?.sum}`);
  }
  return sums.join("\n");
}
