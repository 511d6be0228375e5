import { parseArgs } from "node:util";
import { checkFindings } from "../services/findings/check";
import { EXIT, type RunCommand, say } from "./command";
import { withInstallation } from "./with-installation";

/** `tianyan check`: recorded rows against stored findings; JSON; exit 3 on a difference. */
export const run: RunCommand = async (args, io) => {
  parseArgs({ args: [...args], options: {} });
  const summary = await withInstallation(io, (services, actor) => checkFindings(services, actor, io.signal));
  io.stdout.write(`${JSON.stringify(summary)}\n`);
  if (Object.values(summary.differences).every((count) => count === 0)) return EXIT.done;
  say(io, {
    zh: "已存预警与流转记录不一致，请运行 tianyan replay 重新研判",
    en: "Stored findings differ from the recorded events: run tianyan replay",
  });
  return EXIT.failed;
};
