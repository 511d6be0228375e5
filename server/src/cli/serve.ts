import { parseArgs } from "node:util";
import { readConfig } from "../config/config";
import { wordsOf } from "../start/failures";
import { serve } from "../start/serve";
import { EXIT, type RunCommand, say } from "./command";

/** `tianyan serve`: the API and the screens, until it is told to stop. */
export const run: RunCommand = async (args, io) => {
  parseArgs({ args: [...args], options: {} });
  try {
    await serve({
      config: readConfig(process.env),
      signal: io.signal,
      say: (words) => say(io, words),
      onReady: (address, demo) => {
        io.stdout.write(`${address}\n`);
        for (const { title, name, path } of demo)
          say(io, { zh: `${title.zh} ${name}：${path}`, en: `${title.en} ${name}: ${path}` });
      },
    });
  } catch (error) {
    const words = wordsOf(error);
    if (!words) throw error;
    say(io, words);
    return EXIT.failed;
  }
  return EXIT.done;
};
