/** What a command gets from the process, so that tests can call it in their own. */
export interface CommandIo {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Texts for people; results are the same in every language. */
  readonly language: "zh" | "en";
  /** Aborted on SIGINT and SIGTERM: stop, remove temporary files, throw `signal.reason`. */
  readonly signal: AbortSignal;
}

/** 0 done, 1 done but rows were rejected, 2 unusable arguments or files, 3 failed (formats.md). */
export const EXIT = { done: 0, rejected: 1, unusable: 2, failed: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One file per command, `server/src/cli/<command>.ts`, exports `run` of this type and is loaded only when asked for. */
export type RunCommand = (args: readonly string[], io: CommandIo) => Promise<ExitCode>;

/** One line in the reader's language; words of a file must not steer the terminal. */
export const say = (io: CommandIo, words: { readonly zh: string; readonly en: string }): void => {
  io.stderr.write(`${words[io.language].replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")}\n`);
};
