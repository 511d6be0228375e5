/** A failure that is explained in one line; nothing of its inside is shown. */
export class Explained extends Error {
  constructor(zh, en, exitCode = 3) {
    super(`${zh} / ${en}`);
    this.exitCode = exitCode;
  }
}

/** Progress and problems go to standard error, in both languages on one line. */
export function say(zh, en) {
  process.stderr.write(`${zh} / ${en}\n`);
}

/** Runs a whole command: an explained failure is one line, anything else keeps its stack. */
export async function explainFailures(command) {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${error instanceof Explained ? error.message : error.stack}\n`);
    process.exitCode = error.exitCode ?? 3;
  }
}

export const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);
