import { setTimeout as wait } from "node:timers/promises";
import { isConnectionError } from "@tianyan/db";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Does `work` again until the database answers: what became of a job is told even where the database was away meanwhile. `work` may be
 * done twice, because an answer can be lost. Throws what is no matter of the connection, and anything once `signal` is aborted.
 */
export async function outlast<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !isConnectionError(error)) throw error;
    }
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}
