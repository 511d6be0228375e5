import { ApiError } from "@tianyan/api";
import { isConnectionError } from "@tianyan/db";
import { type CommandIo, EXIT, type ExitCode, say } from "./command";

interface Worded {
  readonly words: { readonly zh: string; readonly en: string };
}

/** A refusal of a service, with what is to be said of this very case. */
const refusalOf = ({ code, zh, en, detail }: ApiError): Worded["words"] => ({
  zh: `${zh}${detail?.zh ?? ""}（${code}）`,
  en: `${en}${detail ? ` ${detail.en}` : ""} (${code})`,
});

const isWorded = (error: unknown): error is Worded =>
  error instanceof Error && "words" in error && typeof error.words === "object" && error.words !== null;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Even what was told to end may have been done: only the answer is missing. */
const LOST = {
  zh: "与数据库的连接中断：这次操作或已全部完成，或没有任何改动。数据库恢复后，请重新运行同一命令。",
  en: "The connection to the database was lost; what was under way is there whole, or not at all. Run the same command again when the database is back.",
};

/**
 * One line on standard error and the exit code for what a command threw: a worded refusal is 2, anything else 3.
 * A reader of the output that went away is no failure; a database that dies while rows are sent to it breaks a pipe too, and is one.
 */
export function reportFailure(error: unknown, io: CommandIo, readerGone = false): ExitCode {
  if (codeOf(error) === "EPIPE" && readerGone) return EXIT.done;
  if (isWorded(error)) {
    say(io, error.words);
    return EXIT.unusable;
  }
  if (error instanceof ApiError && error.status < 500) {
    say(io, refusalOf(error));
    return EXIT.unusable;
  }
  if (codeOf(error).startsWith("ERR_PARSE_ARGS_")) {
    const text = error instanceof Error ? error.message : "";
    say(io, { zh: `参数有误：${text}`, en: `Unusable arguments: ${text}` });
    return EXIT.unusable;
  }
  if (isConnectionError(error)) {
    say(io, LOST);
    return EXIT.failed;
  }
  const text = error instanceof Error ? error.message : String(error);
  say(io, { zh: `失败：${text}`, en: `Failed: ${text}` });
  if (process.env.TIANYAN_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return EXIT.failed;
}
