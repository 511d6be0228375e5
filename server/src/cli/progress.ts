import type { ImportProgress } from "../services/imports/import-files";
import { type CommandIo, say } from "./command";

const STAGES = {
  checking: { zh: "正在检查文件", en: "checking the files" },
  reading: { zh: "已读取行", en: "rows read" },
  recording: { zh: "已登记工单", en: "orders recorded" },
  judging: { zh: "已研判工单", en: "orders judged" },
  finishing: { zh: "正在整理拒收的行", en: "writing down the rejects" },
} as const;

const EVERY_MS = 2_000;

/** Tells on standard error how far it is, every two seconds. */
export function createProgress(io: CommandIo): (progress: ImportProgress) => void {
  let told = performance.now();
  return ({ stage, done, total, rows }) => {
    if (performance.now() - told < EVERY_MS) return;
    told = performance.now();
    const share = total ? ` (${Math.floor((100 * done) / total)}%)` : "";
    const figure = rows ?? (stage === "recording" || stage === "judging" ? done : "");
    say(io, { zh: `${STAGES[stage].zh} ${figure}${share}`, en: `${figure} ${STAGES[stage].en}${share}` });
  };
}
