import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectWith, findingsOf, ROOT, readText, STORIES, testFolder } from "./detect-run";

const { path: folder, write } = testFolder();
const EVENTS = join(STORIES, "yanggu/events.csv");
const HEADER = "order_id,at,kind,unit,to_unit";

const oneLine = (text: string): boolean => /^[^\n]+\n$/.test(text);

describe("exit 2: unusable arguments or files, named in one line, and nothing on standard output", () => {
  it.each([
    ["no events", []],
    ["an unknown option", ["--evnts", EVENTS]],
    ["a positional argument", ["--events", EVENTS, "more"]],
    ["an option without its value", ["--events"]],
    ["no such file", ["--events", "/no/such/file.csv"]],
    ["a folder", ["--events", STORIES]],
    ["an unreadable --as-of", ["--events", EVENTS, "--as-of", "gestern"]],
    ["no events table", ["--events", join(STORIES, "yanggu/orders.csv")]],
    ["no units table", ["--events", EVENTS, "--units", EVENTS]],
    ["no rules", ["--events", EVENTS, "--rules", EVENTS]],
    ["a rules file that is not there", ["--events", EVENTS, "--rules", "/no/rules.yaml"]],
    ["a results file that cannot be written", ["--events", EVENTS, "--rejects", "/no/such/folder/r.ndjson"]],
    ["a flags file that cannot be written", ["--events", EVENTS, "--flags", "/no/such/folder/f.ndjson"]],
    ["a spreadsheet", ["--events", write("book.xlsx", "PK\u0003\u0004")]],
    ["a profile with a mistake", ["--events", EVENTS, "--profile", write("p.yaml", "source: s\nshape: row\n")]],
    [
      "a rule that does not exist",
      ["--events", EVENTS, "--rules", write("r.yaml", "rules: {inactoin: {yellow: 1wd}}\n")],
    ],
    [
      "a zone that does not exist",
      ["--events", EVENTS, "--profile", write("z.yaml", "source: s\nzone: Asia/Xiangshui\n")],
    ],
  ])("%s", async (_, args) => {
    const { code, out, err } = await detectWith(...args);
    expect([code, out, oneLine(err)]).toEqual([2, "", true]);
  });
});

describe("exit 1: done, but rows were rejected", () => {
  const events = write(
    "some.csv",
    `${HEADER}\nA,2024-03-05 09:00,受理,,\nA,=1+1,派单,,甲局\nB,2024-03-05 09:00,受理,热线中心,\n`,
  );

  it("the rest is judged; rejects as NDJSON", async () => {
    const rejects = join(folder, "rejects.ndjson");
    const { code, out, err } = await detectWith("--events", events, "--rejects", rejects);
    expect(code).toBe(1);
    expect(new Set(findingsOf(out).map(({ order_id }) => order_id))).toEqual(new Set());
    expect(err).toContain("1 rows rejected");
    const [reject] = readText(rejects).trim().split("\n");
    expect(JSON.parse(reject ?? "")).toMatchObject({
      file: events,
      row: 2,
      column: "at",
      value: "=1+1",
      reason: "unreadable_instant",
    });
  });

  it("as CSV where the name ends so, without a formula in it", async () => {
    const rejects = join(folder, "rejects.csv");
    await detectWith("--events", events, "--rejects", rejects);
    const [header, row] = readText(rejects).trim().split("\n");
    expect(header).toBe("file,row,column,value,reason,zh,en");
    expect(row).toContain(",2,at,'=1+1,unreadable_instant,");
  });

  it("without a formula in any of the forms that some program takes for one", async () => {
    const rejects = join(folder, "forms.csv");
    const forms = ["\u200b=1+1", "﹢1+1", "−1+1"];
    const odd = write("forms-in.csv", `${HEADER}\n${forms.map((form) => `A,${form},受理,,`).join("\n")}\n`);
    await detectWith("--events", odd, "--rejects", rejects);
    for (const form of forms) expect(readText(rejects)).toContain(`,at,'${form},unreadable_instant,`);
  });
});

describe("what a source records", () => {
  const rows = ["A,2024-03-05 09:00,受理,,", "A,2024-03-05 09:30,派单,centre,甲局"];
  const rules = async (added: readonly string[], ...args: string[]) => {
    const { out } = await detectWith(
      "--events",
      write("records.csv", `${[HEADER, ...rows, ...added].join("\n")}\n`),
      ...args,
    );
    return [...new Set(findingsOf(out).map(({ rule }) => rule))];
  };
  const other = (kind: string) => ["B,2024-03-05 09:00,派单,,甲局", `B,2024-03-05 09:00,${kind},甲局,`];

  it("is what occurs in the file: nothing that was never recorded accuses anybody", async () => {
    expect(await rules([])).toEqual([]);
    expect(await rules(other("办结"))).toEqual(["long-open", "overdue"]);
    expect(await rules(other("签收"))).toEqual(["unsigned"]);
  });

  it("is what the profile says, where it says it; and the source's rules win field by field", async () => {
    const profile = (text: string) => write("records.yaml", `source: s\nshape: event\n${text}\n`);
    const all = await rules([], "--profile", profile("records: [completed, signed]"));
    expect(all).toEqual(["long-open", "overdue", "unsigned"]);
    const off = profile("records: [completed, signed]\nrules: {overdue: {enabled: false}, unsigned: {yellow: null}}");
    const document = write("rules.yaml", "rules: {overdue: {enabled: true}, long-open: {enabled: false}}\n");
    expect(await rules([], "--profile", off, "--rules", document)).toEqual(["unsigned"]);
  });
});

describe("units, competence, flags", () => {
  const units = write("units.csv", "code,name,kind,aliases\nC,市中心,centre,\nD,区中心,centre,\nU1,甲局,,甲|老甲局\n");
  const competence = write("competence.csv", "category,unit\n城管,老甲局\n");
  const orders = write("orders.csv", "order_id,category\nA,城管>绿化\n");
  const rows = [
    "A,2024-03-05 09:00,受理,市中心,",
    "A,2024-03-05 09:30,派单,市中心,甲",
    "A,2024-03-05 10:00,退单申请,甲局,",
    "A,2024-03-05 11:00,同意退单,热线中心,",
    "A,2024-03-05 12:00,派单,C,U1",
    "A,2024-03-06 10:00,退单申请,老甲局,",
    "A,2024-03-06 10:00,退单申请,老甲局,",
  ];
  const events = write("unit-rows.csv", `${HEADER}\n${rows.join("\n")}\n`);

  it("a unit by code, name or alias is one; a catalogue path stands for all below it", async () => {
    const { out, code } = await detectWith(
      "--events",
      events,
      "--units",
      units,
      "--competence",
      competence,
      "--orders",
      orders,
    );
    expect(code).toBe(0);
    const wrongful = findingsOf(out).find(({ rule }) => rule === "wrongful-return");
    expect(wrongful).toMatchObject({ units: ["U1"], events: ["#3", "#6"] });
  });

  it("flags are written as lines of order, event and flag", async () => {
    const flags = join(folder, "flags.ndjson");
    await detectWith("--events", events, "--units", units, "--flags", flags);
    expect(
      readText(flags)
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toContainEqual({ order_id: "A", event: "#7", flag: "duplicate" });
  });
});

describe("the process", () => {
  const main = ["--import", "tsx", "server/src/cli/main.ts"];

  it("no command and an unknown one: exit 2, one line, in the reader's language", { timeout: 30_000 }, () => {
    for (const [args, lang, word] of [
      [[], "C", "Name a command"],
      [["detcet"], "zh_CN.UTF-8", "没有命令"],
    ] as const) {
      const env = { ...process.env, LC_ALL: lang };
      const ran = spawnSync(process.execPath, [...main, ...args], { cwd: ROOT, env, encoding: "utf8" });
      expect([ran.status, ran.stdout, oneLine(ran.stderr)]).toEqual([2, "", true]);
      expect(ran.stderr).toContain(word);
    }
  });

  it("a reader that stops reading is no failure, and no word of it", { timeout: 30_000 }, async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, n) => `A${n},2024-03-05 09:00,受理,,\nA${n},2024-03-25 09:00,派单,,甲局`,
    );
    const events = write("many.csv", `${HEADER}\n${rows.join("\n")}\n`);
    const child = spawn(process.execPath, [...main, "detect", "--events", events], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, words]).toEqual([0, ""]);
  });

  it("leaves nothing in the temporary folder, stopped or not", { timeout: 60_000 }, async () => {
    const temp = join(folder, "temp");
    mkdirSync(temp);
    const rows = Array.from({ length: 300_000 }, (_, n) => `A${n % 70_000},2024-03-05 09:00,受理,,`);
    const events = write("shuffled.csv", `${HEADER}\n${rows.join("\n")}\n`);
    const ours = (): string[] => readdirSync(temp).filter((name) => name.startsWith("tianyan-"));
    const env = { ...process.env, TMPDIR: temp };
    const child = spawn(process.execPath, [...main, "detect", "--events", events], { cwd: ROOT, env, stdio: "ignore" });
    const closed = new Promise((resolve) => child.on("close", resolve));
    for (let waited = 0; ours().length === 0 && child.exitCode === null && waited < 2000; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(ours().length).toBe(1);
    child.kill("SIGINT");
    expect(await closed).toBe(130);
    expect(ours()).toEqual([]);
  });
});
