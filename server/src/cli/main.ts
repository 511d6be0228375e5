/** `pnpm tianyan COMMAND …`: loads the file of the command and turns its outcome into the exit code of formats.md. */
import { setImmediate as immediately } from "node:timers/promises";
import { type CommandIo, EXIT, type RunCommand, say } from "./command";
import { reportFailure } from "./failure";

const COMMANDS: Readonly<Record<string, () => Promise<{ readonly run: RunCommand }>>> = {
  detect: () => import("./detect"),
  import: () => import("./import"),
  findings: () => import("./findings"),
  check: () => import("./check"),
  audit: () => import("./audit"),
  replay: () => import("./replay"),
  keys: () => import("./keys"),
  migrate: () => import("./migrate"),
  seed: () => import("./seed"),
  serve: () => import("./serve"),
  user: () => import("./user"),
  demo: () => import("./demo"),
  key: () => import("./key"),
};

const stop = new AbortController();
const STOPPED = { SIGINT: 130, SIGTERM: 143 } as const;
let readerGone = false;
let stoppedBy: keyof typeof STOPPED | null = null;
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    stoppedBy = name;
    stop.abort(new Error(name));
  });
}

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
const io: CommandIo = {
  stdout: process.stdout,
  stderr: process.stderr,
  language: locale.startsWith("zh") ? "zh" : "en",
  signal: stop.signal,
};

async function main(name: string | undefined, args: readonly string[]): Promise<number> {
  const load = name === undefined ? undefined : Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const known = Object.keys(COMMANDS).join(", ");
    if (name === undefined) say(io, { zh: `请给出命令：${known}`, en: `Name a command: ${known}` });
    else say(io, { zh: `没有命令“${name}”，可用：${known}`, en: `No command "${name}"; there are: ${known}` });
    return EXIT.unusable;
  }
  try {
    return await (await load()).run(args, io);
  } catch (error) {
    // That the reader has gone is told a moment after the write that failed.
    await immediately();
    return stoppedBy ? STOPPED[stoppedBy] : reportFailure(error, io, readerGone);
  }
}

// A closed pipe shows up as an event too; the command itself sees the failed write.
process.stdout.on("error", () => {
  readerGone = true;
});
// Whatever ends it before its time is no success.
process.exitCode = EXIT.failed;
process.exitCode = await main(process.argv[2], process.argv.slice(3));
