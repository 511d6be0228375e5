import { parseArgs } from "node:util";
import { instant } from "@tianyan/core";
import { Refusal } from "@tianyan/ingest";
import { type DetectSummary, detect } from "../services/detect/detect";
import type { DetectRequest } from "../services/detect/setting";
import { type CommandIo, EXIT, type RunCommand, say } from "./command";

const NAMES = ["events", "orders", "units", "competence", "profile", "rules", "as-of", "rejects", "flags"] as const;

function readRequest(args: readonly string[]): DetectRequest {
  const options = Object.fromEntries(NAMES.map((name) => [name, { type: "string" as const }]));
  const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  const value = (name: (typeof NAMES)[number]): string | null => {
    const given = values[name];
    return typeof given === "string" ? given : null;
  };
  const events = value("events");
  if (events === null) {
    throw new Refusal("detect.no_events", {
      zh: "请用 --events 给出流转记录文件",
      en: "Give the events file with --events",
    });
  }
  return {
    events,
    orders: value("orders"),
    units: value("units"),
    competence: value("competence"),
    profile: value("profile"),
    rules: value("rules"),
    asOf: value("as-of"),
    rejects: value("rejects"),
    flags: value("flags"),
  };
}

function report(io: CommandIo, summary: DetectSummary, seconds: string): void {
  const { orders, findings, rejects, absentColumns, sorted } = summary;
  if (absentColumns.length > 0) {
    const columns = absentColumns.join(", ");
    say(io, {
      zh: `文件中没有配置所列的列：${columns}`,
      en: `The files lack columns that the profile maps: ${columns}`,
    });
  }
  for (const { file, row, column, value, zh, en } of rejects.first) {
    say(io, {
      zh: `${file} 第 ${row} 行${column && ` ${column} 列`}“${value}”：${zh}`,
      en: `${file} row ${row}${column && `, ${column}`} "${value}": ${en}`,
    });
  }
  say(io, {
    zh: `工单 ${orders} 件，线索 ${findings} 条，未采用 ${rejects.count} 行，用时 ${seconds} 秒${sorted ? "（已按工单归拢）" : ""}`,
    en: `${orders} orders, ${findings} findings, ${rejects.count} rows rejected, ${seconds} s${sorted ? " (rows brought together by order)" : ""}`,
  });
}

/** `tianyan detect`: findings of one events file as NDJSON on standard output (formats.md). */
export const run: RunCommand = async (args, io) => {
  const started = Date.now();
  const summary = await detect(readRequest(args), { stdout: io.stdout, now: instant(started), signal: io.signal });
  report(io, summary, ((Date.now() - started) / 1000).toFixed(1));
  return summary.rejects.count > 0 ? EXIT.rejected : EXIT.done;
};
