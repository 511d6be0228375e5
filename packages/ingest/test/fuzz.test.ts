import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { CANONICAL_PROFILE, loadProfile, openTables, Refusal, recognise } from "../src/index";
import { knownHeaders } from "../src/profiles/columns";
import { openFile } from "../src/readers/open";
import { gzip, NOW, testFolder, toGb18030 } from "./files";
import { type TestCell, workbook, zip } from "./workbooks";

/** Mutated files: 600 in every run, more where the variable says so. */
const COUNT = Number(process.env.TIANYAN_FUZZ ?? 600);
const SETTING = { zone: "Asia/Shanghai", now: NOW };
const { write } = testFolder();

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ROWS = [
  ["工单编号", "操作时间", "操作类型", "操作单位", "接收单位", "办理意见"],
  ["GD1", "2024-03-05 09:07:00", "受理", "热线中心", "", '路灯"不亮'],
  ["GD1", "2024/3/5 9:30", "派单", "热线中心", "住建局", ""],
  ["GD1", "45356.625", "退单申请", "住建局", "", "不属于我局"],
  ["GD1", "2024年3月13日 16时", "驳回退单", "热线中心", "", "请办理"],
  ["GD2", "20240318100000", "办结", "住建局", "", "已修复"],
];
const CSV = `流转表\r\n${ROWS.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(",")).join("\r\n")}\r\n`;
const NDJSON = ROWS.slice(1)
  .map((row) => JSON.stringify(Object.fromEntries(row.map((value, at) => [ROWS[0]?.[at] ?? "", value]))))
  .join("\n");
const XES = `<?xml version="1.0"?><log><trace><string key="concept:name" value="GD1"/>${ROWS.slice(1)
  .map(
    (row) =>
      `<event><string key="concept:name" value="${row[2]}"/><date key="time:timestamp" value="${row[1]}"/></event>`,
  )
  .join("")}</trace></log>`;
const PROFILE = "source: s\nshape: state\nevents: {order_id: a, at: b, status: [c, d]}\nstatus: {x/y: queued}\n";

const SHEET_XML = `<worksheet><cols><col min="3" max="3" hidden="0"/></cols><sheetData>${ROWS.map((row, line) => `<row r="${line + 1}">${row.map((field, at) => `<c r="${"ABCDEF".charAt(at)}${line + 1}" t="inlineStr"><is><t>${field}</t></is></c>`).join("")}</row>`).join("")}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`;

/** A workbook whose sheet is given as it is, so that what is wrong in it gets past the zip. */
const bookOf = (sheet: string): Promise<Buffer> =>
  zip([
    {
      name: "xl/workbook.xml",
      content: ['<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: ['<Relationships><Relationship Id="r1" Type="/worksheet" Target="s.xml"/></Relationships>'],
    },
    { name: "xl/s.xml", content: [sheet] },
  ]);

const pick = <T>(next: () => number, all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;

const PIECES = [
  "\0",
  "\ufeff",
  '"',
  ",",
  "\n",
  "\r",
  "\t",
  "|",
  "合计",
  "<",
  "&a;",
  "<!DOCTYPE a>",
  "{",
  "}",
  "=1+1",
  "\u001f",
  "9".repeat(400),
  "工单编号",
];

function mutate(bytes: Buffer, next: () => number): Buffer {
  const at = Math.floor(next() * bytes.length);
  const end = Math.min(bytes.length, at + Math.floor(next() * 40));
  switch (Math.floor(next() * 8)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(next, PIECES)), bytes.subarray(at)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([Buffer.from(pick(next, ["\ufeff", "\0", "\n\n", "PK\u0003\u0004", "[", "<?xml "])), bytes]);
    default: {
      const changed = Buffer.from(bytes);
      for (let n = 0; n <= next() * 6; n++) changed[Math.floor(next() * changed.length)] = Math.floor(next() * 256);
      return changed;
    }
  }
}

/** Every data row of every table is a row or a reject, once; anything but a Refusal is a crash. */
async function everyRowOnce(path: string): Promise<boolean> {
  try {
    for (const table of await openTables([path], CANONICAL_PROFILE)) {
      const met: number[] = [];
      for await (const batch of table.read(SETTING)) {
        met.push(...batch.rejects.map(({ row }) => row));
        met.push(...(batch.table === "events" ? batch.rows.map(({ row }) => row) : batch.rows.map(() => -1)));
      }
      let rows = 0;
      for (const open of await openFile(path, knownHeaders(CANONICAL_PROFILE))) {
        if (table.file.path !== (open.sheet === null ? path : `${path}#${open.sheet}`)) continue;
        for await (const batch of open.reader.read([])) rows += batch.length;
      }
      expect(met.length).toBe(rows);
      if (table.file.table === "events") expect(new Set(met).size).toBe(rows);
    }
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

it(`${COUNT} mutated files: no crash, accepted and rejected are all rows`, async () => {
  const book = await workbook([
    { name: "流转", rows: ROWS as readonly (readonly TestCell[])[], merges: ["A2:A5"] },
    {
      name: "工单",
      rows: [
        ["工单编号", "标题"],
        ["GD1", "路灯"],
      ],
    },
  ]);
  const seeds: readonly (readonly [string, (next: () => number) => Buffer | Promise<Buffer>])[] = [
    ["csv", (next) => mutate(Buffer.from(CSV), next)],
    ["csv", (next) => mutate(toGb18030(CSV), next)],
    ["csv", (next) => mutate(Buffer.from(`\ufeff${CSV}`, "utf16le"), next)],
    ["ndjson", (next) => mutate(Buffer.from(NDJSON), next)],
    ["xes", (next) => mutate(Buffer.from(XES), next)],
    ["xlsx", (next) => mutate(book, next)],
    ["xlsx", (next) => bookOf(mutate(Buffer.from(SHEET_XML), next).toString("utf8"))],
    ["csv.gz", (next) => mutate(gzip(CSV), next)],
    ["xlsx.gz", async (next) => gzip(mutate(book, next))],
  ];
  let usable = 0;
  for (let number = 0; number < COUNT; number++) {
    const next = random(number);
    const [ending, make] = pick(next, seeds);
    const path = write(`${number}.${ending}`, await make(next));
    try {
      if (await everyRowOnce(path)) usable++;
      if (number % 4 === 0) await recognise([path], SETTING);
    } catch (error) {
      throw new Error(`mutation ${number} (${ending}): ${error instanceof Error ? error.stack : error}`);
    }
    rmSync(path);
  }
  expect(usable).toBeGreaterThan(COUNT / 10);
  expect(usable).toBeLessThan(COUNT);
}, 3_600_000);

it("mutated profiles are read or refused in one line", async () => {
  for (let number = 0; number < COUNT / 4; number++) {
    const path = write("profile.yaml", mutate(Buffer.from(PROFILE), random(number)));
    const outcome = await loadProfile(path).then(
      () => null,
      (error: unknown) => error,
    );
    if (outcome !== null) expect(outcome).toBeInstanceOf(Refusal);
  }
});

it("a header of a million columns, and a row of as many", async () => {
  const wide = ",x".repeat(1_000_000);
  const path = write(
    "wide.csv",
    `工单编号,操作时间,操作类型${wide}\nGD1,2024-03-05,受理${wide}\nGD1,2024-03-05,受理\n`,
  );
  expect(await everyRowOnce(path)).toBe(true);
});
