import { DAY } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import { gzip, NOW, profileOf, readAll, refusalOf, testFolder } from "./files";

const { write } = testFolder();
const HEADER = "order_id,at,kind";
const GOOD = "A1,2024-03-05 09:07:00,受理";

const rejectOf = async (row: string, header = HEADER) => {
  const { rows, rejects } = await readAll(
    write("rows.csv", `${header}\n${GOOD}${",".repeat(header.split(",").length - 3)}\n${row}\n`),
  );
  expect(rows.length).toBe(1);
  return rejects;
};

describe("a row that cannot be used is rejected with file, row, column, the value and the reason", () => {
  it.each([
    ["no order_id", ",2024-03-05 09:07:00,受理", "order_id", "", "missing"],
    ["no instant", "A2,,受理", "at", "", "missing"],
    ["unreadable instant", "A2,昨天,受理", "at", "昨天", "unreadable_instant"],
    ["a date that does not exist", "A2,2023-02-29 10:00,受理", "at", "2023-02-29 10:00", "unreadable_instant"],
    ["unknown kind", "A2,2024-03-05 09:07:00,踢皮球", "kind", "踢皮球", "unknown_kind"],
    ["no kind", "A2,2024-03-05 09:07:00,", "kind", "", "missing"],
    ["before 1990", "A2,1989-12-31 23:59:59,受理", "at", "1989-12-31 23:59:59", "before_1990"],
    ["after the import", "A2,2026-06-02T00:00:00.001Z,受理", "at", "2026-06-02T00:00:00.001Z", "in_the_future"],
  ])("%s", async (_, row, column, value, reason) => {
    const [reject, ...others] = await rejectOf(row);
    expect(others).toEqual([]);
    expect(reject).toMatchObject({ row: 2, column, value, reason });
    expect(reject?.file).toMatch(/rows\.csv$/);
    expect(reject?.zh).toMatch(/[，。]|请/);
    expect(reject?.en).not.toBe("");
  });

  it("reads the first instant of 1990 in the source's zone, and a day after the import", async () => {
    const latest = new Date(NOW + DAY).toISOString();
    const text = `${HEADER}\nA1,1989-12-31T16:00:00Z,受理\nA1,${latest},受理\n`;
    const { rows, rejects } = await readAll(write("edges.csv", text));
    expect([rows.length, rejects.length]).toEqual([2, 0]);
  });

  it("unreadable due instant: an inspector must not judge by none", async () => {
    const [reject] = await rejectOf("A2,2024-03-05 09:07:00,受理,五个工作日", `${HEADER},due_at`);
    expect(reject).toMatchObject({ column: "due_at", value: "五个工作日", reason: "unreadable_instant" });
  });

  it("names the column as the file does", async () => {
    const { rejects } = await readAll(write("zh.csv", "工单编号,操作时间,操作\nA1,昨天,受理\n"));
    expect(rejects[0]).toMatchObject({ column: "操作时间", row: 1 });
  });

  it("unknown status", async () => {
    const profile = profileOf({ shape: "state", status: { 待办: "queued" } });
    const { rejects } = await readAll(write("states.csv", "order_id,at,status\nA1,2024-03-05 09:00,搁置\n"), profile);
    expect(rejects[0]).toMatchObject({ column: "status", value: "搁置", reason: "unknown_status" });
  });

  it("unknown outcome, and a stay that finished before it began", async () => {
    const profile = profileOf({ shape: "step", outcomes: { 办结: "completed" } });
    const text =
      "order_id,unit,received_at,finished_at,outcome\nA1,甲局,2024-03-05,2024-03-06,搁置\nA1,甲局,2024-03-05,2024-03-04,办结\n";
    const { rejects } = await readAll(write("steps.csv", text), profile);
    expect(rejects.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [1, "outcome", "unknown_outcome"],
      [2, "finished_at", "finished_before_received"],
    ]);
  });

  it.each([
    ["a field too few, and a needed one", "A2,2024-03-05 09:07:00", "missing"],
    ["more fields than the header", "A2,2024-03-05 09:07:00,受理,多出", "ragged"],
    ["text after a closing quote", 'A2,"2024-03-05 09:07:00"x,受理', "stray_quote"],
    ["a NUL character", "A\0 2,2024-03-05 09:07:00,受理", "nul"],
  ])("%s", async (_, row, reason) => {
    const [reject, ...others] = await rejectOf(row);
    expect(others).toEqual([]);
    expect(reject).toMatchObject({ row: 2, reason });
  });

  it("fields left out at the end are empty, empty ones beyond the header are nothing: such rows can be used", async () => {
    const text = "order_id,at,kind,unit\nA1,2024-03-05 09:00,受理\nA1,2024-03-05 09:10,签收,甲局,,\n";
    const { rows, rejects } = await readAll(write("short.csv", text));
    expect([rows.map(({ unit }) => unit), rejects]).toEqual([[null, "甲局"], []]);
  });

  it("a line of NDJSON that is no object, and the rest goes on", async () => {
    const lines = ['{"order_id":"A1","at":"2024-03-05T09:00:00Z","kind":"accepted"}', "{oops", "[1]", ""];
    const { rows, rejects } = await readAll(write("rows.ndjson", lines.join("\n")));
    expect(rows.map((row) => row.ref)).toEqual(["#1"]);
    expect(rejects.map(({ row, value, reason }) => [row, value, reason])).toEqual([
      [2, "{oops", "not_json"],
      [3, "[1]", "not_json"],
    ]);
    const crlf = await readAll(write("crlf.ndjson", lines.join("\r\n")));
    expect([crlf.rows.length, crlf.rejects]).toEqual([
      1,
      rejects.map((one) => ({ ...one, file: crlf.rejects[0]?.file })),
    ]);
  });

  it("rows of the other tables", async () => {
    const orders = await readAll(write("o.csv", "order_id,demand_class\n,\nA1,正常\nA2,莫名\n"), undefined, "orders");
    expect(orders.rejects.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [1, "order_id", "missing"],
      [3, "demand_class", "unknown_class"],
    ]);
    const units = await readAll(write("u.csv", "code,name\n,甲局\n"), undefined, "units");
    expect(units.rejects[0]).toMatchObject({ column: "code", reason: "missing" });
    const competence = await readAll(write("c.csv", "category,unit\n城管>绿化,\n,甲局\n"), undefined, "competence");
    expect(competence.rejects.map(({ column }) => column)).toEqual(["unit", "category"]);
  });
});

describe("a file that cannot be used is refused whole", () => {
  const refused = async (name: string, content: string | Buffer) => (await refusalOf(write(name, content)))?.code;

  it("a required column is missing", async () => {
    const refusal = await refusalOf(write("missing.csv", "order_id,at\nA1,2024-03-05\n"));
    expect(refusal?.code).toBe("file.missing_column");
    expect(refusal?.words.en).toContain("kind");
    expect(refusal?.words.zh).toContain("order_id、at");
  });

  it("not a table", async () => {
    expect(await refused("empty.csv", "")).toBe("file.empty");
    expect(await refused("blank.csv", "\n\n")).toBe("file.empty");
    expect(await refused("empty.csv.gz", gzip(""))).toBe("file.empty");
    expect(await refused("picture.csv", Buffer.from([0x89, 0x50, 0, 0, 0, 13, 10, 26]))).toBe("file.not_a_table");
    expect(await refused("array.json", '[{"order_id":"A1"}]')).toBe("file.json_array");
    expect(await refused("text.txt", "Dear all,\nplease find attached\n")).toBe("file.missing_column");
    expect(await refusalOf("/no/such/file.csv")).toMatchObject({ code: "file.not_found" });
    expect(await refusalOf("/")).toMatchObject({ code: "file.not_a_file" });
  });

  it("a workbook that is damaged or old", async () => {
    expect(await refused("book.xlsx", Buffer.from("PK\u0003\u0004rest"))).toBe("file.damaged_workbook");
    expect(await refused("book.csv.gz", gzip(Buffer.from("PK\u0003\u0004rest")))).toBe("file.damaged_workbook");
    expect(await refused("old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe("file.old_spreadsheet");
  });

  it("a gzip file that unpacks to over 1,000 times its size", async () => {
    const bomb = gzip(`${HEADER}\n${"a".repeat(20_000_000)}`);
    expect(await refused("bomb.csv.gz", bomb)).toBe("file.bomb");
    const dense = gzip(`${HEADER}\n${`${GOOD}\n`.repeat(20_000)}`);
    expect(await refused("dense.csv.gz", dense)).toBeUndefined();
  });

  it("a gzip file that is cut off or damaged", async () => {
    const whole = gzip(`${HEADER}\n${Array.from({ length: 500 }, (_, n) => `A${n},2024-03-05,受理`).join("\n")}\n`);
    expect(await refused("cut.csv.gz", whole.subarray(0, whole.length - 20))).toBe("file.damaged");
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 40, 60);
    expect(await refused("damaged.csv.gz", damaged)).toBe("file.damaged");
  });

  it("a quote that never closes, with the line where it opens", async () => {
    const refusal = await refusalOf(write("quote.csv", `${HEADER}\n${GOOD}\nA2,"2024-03-05 09:07:00,受理\n${GOOD}\n`));
    expect(refusal?.code).toBe("file.open_quote");
    expect(refusal?.words.en).toContain("line 3");
  });

  it("an encoding that is neither UTF-8 nor GB18030; UTF-16 with its mark is read", async () => {
    const broken = Buffer.concat([
      Buffer.from(`${HEADER}\nA1,2024-03-05,受`),
      Buffer.from([0xe5, 0x8f, 0x2c]),
      Buffer.from("理\n"),
    ]);
    expect(await refused("broken.csv", broken)).toBe("file.encoding");
    expect(await refused("utf16.csv", Buffer.from(`\ufeff${HEADER}\n${GOOD}\n`, "utf16le"))).toBeUndefined();
  });

  it("a wanted column that occurs twice", async () => {
    expect(await refused("twice.csv", `${HEADER},kind\n${GOOD},受理\n`)).toBe("file.double_column");
  });
});
