import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { detectWith, findingsOf, ROOT, readText, STORIES, testFolder } from "./detect-run";

const NAMES = ["jiading", "xiangshui", "yanggu"] as const;
const { write } = testFolder();

const file = (story: string, name: string): string => join(STORIES, story, name);

/** Two-byte codes of GB18030, by asking the decoder about each. */
const GB18030 = new Map<string, readonly number[]>();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) GB18030.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
}

const toGb18030 = (text: string): Buffer =>
  Buffer.from([...text].flatMap((char) => (char < "\u0080" ? [char.charCodeAt(0)] : [...(GB18030.get(char) ?? [])])));

/** The same rows as NDJSON, empty columns left out. The stories quote no field. */
function toNdjson(csv: string): string {
  const [header = "", ...rows] = csv.trim().split("\n");
  const names = header.split(",");
  return rows
    .map((row) => {
      const fields = row.split(",").map((value, place) => [names[place] ?? "", value] as const);
      return `${JSON.stringify(Object.fromEntries(fields.filter(([, value]) => value !== "")))}\n`;
    })
    .join("");
}

describe.each(NAMES)("the story of %s", (story) => {
  const events = readText(file(story, "events.csv"));
  const orders = readText(file(story, "orders.csv"));
  const asWritten = () => detectWith("--events", file(story, "events.csv"), "--orders", file(story, "orders.csv"));

  it("gives exactly the findings that it must give", async () => {
    const { code, out } = await asWritten();
    expect(code).toBe(0);
    expect(findingsOf(out)).toEqual(findingsOf(readText(file(story, "expected.ndjson"))));
  });

  it("gives the same bytes from GB18030, a byte order mark, gzip, NDJSON, CRLF, semicolons and tabs", async () => {
    const { out } = await asWritten();
    const variants: readonly (readonly [string, (text: string) => string | Buffer])[] = [
      ["gb.csv", toGb18030],
      ["bom.csv", (text) => `\ufeff${text}`],
      ["gzip.csv.gz", (text) => gzipSync(text)],
      ["gb.csv.gz", (text) => gzipSync(toGb18030(text))],
      ["rows.ndjson", toNdjson],
      ["rows.ndjson.gz", (text) => gzipSync(toNdjson(text))],
      ["crlf.csv", (text) => text.replaceAll("\n", "\r\n")],
      ["semicolon.csv", (text) => text.replaceAll(",", ";")],
      ["tab.tsv", (text) => text.replaceAll(",", "\t")],
    ];
    for (const [name, change] of variants) {
      const paths = [write(`${story}-e-${name}`, change(events)), write(`${story}-o-${name}`, change(orders))] as const;
      const variant = await detectWith("--events", paths[0], "--orders", paths[1]);
      expect([name, variant.code, variant.out]).toEqual([name, 0, out]);
    }
  });

  it("as of an instant: findings with a step by then, their level, and nothing of what came later", async () => {
    const { out } = await asWritten();
    const steps = findingsOf(out).flatMap(({ yellow_at, orange_at, red_at }) => [yellow_at, orange_at, red_at]);
    for (const step of new Set(steps.filter((at) => typeof at === "string"))) {
      const cut = await detectWith(
        "--events",
        file(story, "events.csv"),
        "--orders",
        file(story, "orders.csv"),
        "--as-of",
        String(step),
      );
      const found = findingsOf(cut.out);
      const due = findingsOf(out).filter((finding) =>
        [finding.yellow_at, finding.orange_at, finding.red_at].some(
          (at) => typeof at === "string" && at <= String(step),
        ),
      );
      expect(found.map(({ key }) => key).sort()).toEqual(due.map(({ key }) => key).sort());
      for (const finding of found) {
        const level = (["red_at", "orange_at", "yellow_at"] as const).find(
          (at) => finding[at] !== null && String(finding[at]) <= String(step),
        );
        expect(finding.level).toBe(level?.replace("_at", ""));
        expect(finding.active).toBe(finding.cleared_at === null || String(finding.cleared_at) > String(step));
      }
    }
  });
});

describe("the whole process", () => {
  const all = write(
    "all.csv",
    NAMES.map((story, index) =>
      readText(file(story, "events.csv"))
        .split("\n")
        .slice(index === 0 ? 0 : 1)
        .join("\n"),
    ).join(""),
  );
  const inZone = (zone: string, events: string, ...rest: string[]) => {
    const args = ["--import", "tsx", "server/src/cli/main.ts", "detect", "--events", events, ...rest];
    const { status, stdout } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    return { status, stdout };
  };

  it("prints the same bytes with the clock of UTC, Asia/Shanghai and America/Los_Angeles", { timeout: 60_000 }, () => {
    const local = write(
      "local.csv",
      "order_id,at,kind,to_unit\nA,10.03.2024 02:30,受理,\nA,10.03.2024 02:31,派单,甲局\nB,31.03.2024 01:00,受理,\nB,03.11.2024 01:30,派单,乙局\n",
    );
    const profile = write("local.yaml", "source: local\nshape: event\ndates: dd.MM.yyyy HH:mm\nzone: Asia/Shanghai\n");
    const zones = ["UTC", "Asia/Shanghai", "America/Los_Angeles"];
    const stories = zones.map((zone) => inZone(zone, all));
    expect(stories[0]?.status).toBe(0);
    expect(findingsOf(stories[0]?.stdout ?? "").length).toBe(33);
    for (const other of stories) expect(other).toEqual(stories[0]);
    const patterns = zones.map((zone) => inZone(zone, local, "--profile", profile));
    expect(findingsOf(patterns[0]?.stdout ?? "").length).toBeGreaterThan(0);
    for (const other of patterns) expect(other).toEqual(patterns[0]);
  });
});
