import { readFile, writeFile } from "node:fs/promises";
import { writeWorkbook } from "@tianyan/ingest";
import { expect, test } from "vitest";
import { fileOf } from "./support/county";
import { deskOfTest } from "./support/desk";

/** TIANYAN_BROKEN_ROWS=100000 for the full figure. */
const ROWS = Number(process.env.TIANYAN_BROKEN_ROWS ?? 10_000);
const EVERY = 100;

const HEADER = "工单编号,流转编号,操作时间,操作,操作单位,去向单位,说明,办理期限,诉求认定";

interface Row {
  readonly values: readonly string[];
  /** What is put in the place of a value, and why the row is then rejected. */
  readonly broken: { readonly column: number; readonly value: string; readonly code: string } | null;
}

/** Ten ways in which a row of a real export is unusable. */
const WAYS: readonly Omit<NonNullable<Row["broken"]>, never>[] = [
  { column: 0, value: "", code: "missing" },
  { column: 2, value: "", code: "missing" },
  { column: 2, value: "昨天下午", code: "unreadable_instant" },
  { column: 2, value: "2026-02-30 09:00:00", code: "unreadable_instant" },
  { column: 2, value: "1899-12-31 09:00:00", code: "before_1990" },
  { column: 2, value: "2036-01-01 09:00:00", code: "in_the_future" },
  { column: 3, value: "挥手", code: "unknown_kind" },
  { column: 3, value: "", code: "missing" },
  { column: 0, value: "4.40112E+17", code: "rounded_number" },
  { column: 7, value: "尽快", code: "unreadable_instant" },
];

function rowsOf(count: number): Row[] {
  const kinds = [
    ["受理", "热线中心", ""],
    ["派单", "热线中心", "住建局"],
    ["签收", "住建局", ""],
    ["联系群众", "住建局", ""],
    ["办结", "住建局", ""],
  ] as const;
  return Array.from({ length: count }, (_, index) => {
    const order = Math.floor(index / kinds.length);
    const [kind, unit, to] = kinds[index % kinds.length] ?? kinds[0];
    const at = new Date(Date.UTC(2026, 0, 5, 1) + order * 600_000 + (index % kinds.length) * 3_600_000);
    const values = [
      `GD${String(order).padStart(8, "0")}`,
      `L${index}`,
      at.toISOString().slice(0, 19).replace("T", " "),
      kind,
      unit,
      to,
      index % 7 === 0 ? "已告知，=1+1" : "",
      "",
      "",
    ];
    return { values, broken: index % EVERY === 17 ? (WAYS[Math.floor(index / EVERY) % WAYS.length] ?? null) : null };
  });
}

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value}"` : value);

test(`of ${ROWS} rows every broken one is named, and the mended workbook loads the rest`, {
  timeout: 600_000,
}, async () => {
  const rows = rowsOf(ROWS);
  const broken = rows.flatMap((row, index) => (row.broken ? [{ ...row.broken, row: index + 1 }] : []));
  const lines = rows.map(({ values, broken: way }) =>
    values.map((value, column) => quoted(way?.column === column ? way.value : value)).join(","),
  );
  const { client, county, load, app } = await deskOfTest();
  const item = await load([await fileOf("流转.csv", [HEADER, ...lines])]);
  expect(item).toMatchObject({ state: "done", error: null });
  expect((item.summary?.rows ?? 0) + (item.summary?.rejected ?? 0)).toBe(ROWS);
  expect(item.summary?.rejected).toBe(broken.length);

  const told: { row: number; code: string; file: string }[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await client.rejects(item.id, { limit: 500, cursor });
    expect(page.total).toBe(broken.length);
    told.push(...page.items.map(({ row, code, file }) => ({ row, code, file })));
    if (page.next_cursor === null) break;
    cursor = page.next_cursor;
  }
  expect(told).toEqual(broken.map(({ row, code }) => ({ row, code, file: "流转.csv" })));

  const answer = await app.request(client.rejectsWorkbook(item.id, "zh"));
  expect(answer.status).toBe(200);
  const workbook = await fileOf("拒收.xlsx", []);
  await writeFile(workbook, new Uint8Array(await answer.arrayBuffer()));
  const uploaded = await client.upload("拒收.xlsx", new Uint8Array(await readFile(workbook)));
  const found = await client.recognise({ uploads: [uploaded.id] });
  const sheet = found.files[0]?.tables[0];
  expect(sheet?.headers.slice(0, 9)).toEqual(HEADER.split(","));
  expect(sheet?.rows).toBe(broken.length);
  expect(sheet?.sample[0]?.at(-1)).toMatch(/ \/ /);

  const first = broken[0];
  const wrong = rows[(first?.row ?? 1) - 1]?.values.map((value, at) => (at === first?.column ? first.value : value));
  expect(sheet?.sample[0]?.slice(0, 9)).toEqual(wrong);

  // Mended as a person would: the value put right, everything else as the workbook has it.
  const mended = await fileOf("改正.xlsx", []);
  const bytes = writeWorkbook([
    {
      name: sheet?.sheet ?? "",
      columns: sheet?.headers ?? [],
      rows: broken.map(({ row }) => [...(rows[row - 1]?.values ?? []), row, "某列", "原因 / why"]),
    },
  ]);
  await writeFile(mended, bytes);
  const second = await load([mended]);
  expect(second.summary).toMatchObject({ rows: broken.length, rejected: 0, known_rows: 0 });

  const whole = await deskOfTest();
  await whole.load([await fileOf("全部.csv", [HEADER, ...rows.map(({ values }) => values.map(quoted).join(","))])]);
  expect(await county.findings()).toEqual(await whole.county.findings());
  await county.check();
});
