import type { ImportProgress } from "../services/imports/import-files";
import { type CommandIo, say } from "./command";

const STAGES = {
  reading: { zh: "已读取", en: "rows read" },
  recording: { zh: "已登记工单", en: "orders recorded" },
  judging: { zh: "已研判工单", en: "orders judged" },
} as const;

const EVERY_MS = 2_000;

/** Tells on standard error how far it is, every two seconds. */
export function createProgress(io: CommandIo): (progress: ImportProgress) => void {
  let told = performance.now();
  return ({ stage, done }) => {
    if (performance.now() - told < EVERY_MS) return;
    told = performance.now();
    say(io, { zh: `${STAGES[stage].zh} ${done}`, en: `${done} ${STAGES[stage].en}` });
  };
}
