/** The thread in which workbooks are read: several jobs at once, each no more than two batches ahead of who asked. */
import { parentPort } from "node:worker_threads";
import { Refusal } from "../refusal";
import { useFileKeys } from "../sealed/open-plain";
import type { FromWorker, ToWorker } from "./protocol";
import { readDataRows, readWorkbookHead } from "./read-workbook";

const AHEAD = 2;
/** How often it is told how far a part is read. */
const TELL_BYTES = 128 * 1024;

/** Nobody waits for it any more. */
class Stopped extends Error {}

interface Job {
  credit: number;
  stopped: boolean;
  wake: () => void;
}

const jobs = new Map<number, Job>();
const keys = new Map<string, Buffer>();
useFileKeys((id) => keys.get(id) ?? null);
const answer = (message: FromWorker): void => parentPort?.postMessage(message);

async function run(message: Extract<ToWorker, { ask: "open" | "read" }>): Promise<void> {
  const { job } = message;
  const state: Job = { credit: AHEAD, stopped: false, wake: () => {} };
  jobs.set(job, state);
  if (message.key) keys.set(message.key.id, Buffer.from(message.key.key));
  let count = 0;
  const onPacked = (bytes: number): void => {
    if (state.stopped) throw new Stopped();
    count += bytes;
    if (count < TELL_BYTES) return;
    answer({ job, answer: "bytes", count });
    count = 0;
  };
  try {
    if (message.ask === "open") answer({ job, answer: "head", head: await readWorkbookHead(message.path, onPacked) });
    else {
      for await (const rows of readDataRows(message.request, onPacked)) {
        while (state.credit === 0 && !state.stopped) await new Promise<void>((wake) => (state.wake = wake));
        if (state.stopped) break;
        state.credit--;
        answer({ job, answer: "rows", rows });
      }
    }
    answer({ job, answer: "end" });
  } catch (error) {
    if (error instanceof Stopped) answer({ job, answer: "end" });
    else if (error instanceof Refusal) answer({ job, answer: "refused", code: error.code, words: error.words });
    else
      answer({
        job,
        answer: "failed",
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  } finally {
    jobs.delete(job);
  }
}

parentPort?.on("message", (message: ToWorker) => {
  if (message.ask === "open" || message.ask === "read") {
    void run(message);
    return;
  }
  const job = jobs.get(message.job);
  if (!job) return;
  if (message.ask === "more") job.credit++;
  else job.stopped = true;
  job.wake();
});
