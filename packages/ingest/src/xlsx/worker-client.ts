import { Worker } from "node:worker_threads";
import type { RawRow } from "../readers/reader";
import { refusals } from "../readers/refusals";
import type { ReadWatch } from "../readers/watch";
import { Refusal } from "../refusal";
import { fileKeyOf } from "../sealed/open-plain";
import type { FromWorker, SheetRequest, ToWorker, WorkbookHead } from "./protocol";

/** A quarter of what Node gives by itself on a large machine; texts lie outside of it. */
const HEAP_MB = 512;

const NO_MEMORY = "ERR_WORKER_OUT_OF_MEMORY";

type Answer = (message: FromWorker) => void;

interface Thread {
  readonly worker: Worker;
  readonly jobs: Map<number, Answer>;
}

let thread: Thread | null = null;
let lastJob = 0;

function startThread(): Thread {
  const worker = new Worker(new URL("./start-worker.mjs", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const started: Thread = { worker, jobs: new Map() };
  const failAll = (message: string): void => {
    if (thread === started) thread = null;
    for (const [job, answer] of [...started.jobs]) answer({ job, answer: "failed", message });
  };
  worker.on("message", (message: FromWorker) => started.jobs.get(message.job)?.(message));
  worker.on("error", (error) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    failAll(code === NO_MEMORY ? NO_MEMORY : String(error));
  });
  worker.on("exit", (code) => failAll(`the thread that reads workbooks ended (${code})`));
  worker.unref();
  return started;
}

type Without<T> = T extends unknown ? Omit<T, "job"> : never;
type Ask = Without<Extract<ToWorker, { ask: "open" | "read" }>>;

/** One question to the thread, which starts with the first and lets the process end while nobody waits for an answer. */
class Job {
  readonly #thread: Thread;
  readonly #number = ++lastJob;
  readonly #answers: FromWorker[] = [];
  #wake: () => void = () => {};

  readonly #path: string;
  readonly #watch: ReadWatch;
  readonly #onAbort = (): void => this.#wake();

  constructor(path: string, ask: Ask, watch: ReadWatch) {
    this.#path = path;
    this.#watch = watch;
    watch.signal?.addEventListener("abort", this.#onAbort);
    thread ??= startThread();
    this.#thread = thread;
    if (this.#thread.jobs.size === 0) this.#thread.worker.ref();
    this.#thread.jobs.set(this.#number, (message) => {
      this.#answers.push(message);
      this.#wake();
    });
    this.#thread.worker.postMessage({ job: this.#number, ...ask } satisfies ToWorker);
  }

  async next(): Promise<Exclude<FromWorker, { answer: "bytes" }>> {
    for (;;) {
      this.#watch.signal?.throwIfAborted();
      const message = this.#answers.shift();
      if (message?.answer === "bytes") {
        this.#watch.onBytes?.(message.count);
        continue;
      }
      if (message?.answer === "refused") throw new Refusal(message.code, message.words);
      if (message?.answer === "failed" && message.message === NO_MEMORY) throw refusals.tooLargeForMemory(this.#path);
      if (message?.answer === "failed") throw new Error(message.message);
      if (message) return message;
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  send(ask: "more" | "stop"): void {
    this.#thread.worker.postMessage({ job: this.#number, ask } satisfies ToWorker);
  }

  /** What is not read to its end is not read on. */
  close(): void {
    this.send("stop");
    this.#watch.signal?.removeEventListener("abort", this.#onAbort);
    this.#thread.jobs.delete(this.#number);
    if (this.#thread.jobs.size === 0) this.#thread.worker.unref();
  }
}

/** Looks a workbook through; throws a Refusal for one that cannot be used. */
export async function askForHead(path: string, watch: ReadWatch = {}): Promise<WorkbookHead> {
  const job = new Job(path, { ask: "open", path, key: await fileKeyOf(path) }, watch);
  try {
    const message = await job.next();
    if (message.answer !== "head") throw new Error(`unexpected answer ${message.answer}`);
    return message.head;
  } finally {
    job.close();
  }
}

/** The data rows of a sheet. */
export async function* askForRows(
  request: SheetRequest,
  watch: ReadWatch = {},
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const job = new Job(request.path, { ask: "read", request, key: await fileKeyOf(request.path) }, watch);
  try {
    for (let message = await job.next(); message.answer === "rows"; message = await job.next()) {
      job.send("more");
      yield message.rows;
    }
  } finally {
    job.close();
  }
}
