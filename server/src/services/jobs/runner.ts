/** Runs what takes long, one at a time, in the order in which it came. What became of it stands in the database. */
export interface Runner {
  /** `work` must not throw: it records its own failures. Answers when it has ended, or was dropped before its turn. */
  add(key: string, work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  /** How many stand before it; 0 where it runs or is not known. */
  ahead(key: string): number;
  /** It runs or waits here. */
  knows(key: string): boolean;
  /** How many run or wait. */
  readonly size: number;
  /** Stops it, or drops it where it still waits. False: not known here. */
  cancel(key: string, reason: Error): boolean;
  /** Stops what runs, drops what waits, and answers when nothing runs any more. */
  close(reason: Error): Promise<void>;
}

interface Task {
  readonly key: string;
  readonly stop: AbortController;
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly end: () => void;
}

export function createRunner(): Runner {
  const tasks: Task[] = [];
  let closed = false;
  let running: Promise<void> = Promise.resolve();
  let busy = false;

  async function run(): Promise<void> {
    for (let task = tasks[0]; task; task = tasks[0]) {
      try {
        await task.work(task.stop.signal);
      } finally {
        tasks.shift();
        task.end();
      }
    }
  }

  return {
    add: (key, work) =>
      new Promise((resolve) => {
        const stop = new AbortController();
        if (closed) stop.abort(new Error("closed"));
        tasks.push({ key, stop, work, end: resolve });
        if (busy) return;
        busy = true;
        running = run().finally(() => {
          busy = false;
        });
      }),
    get size() {
      return tasks.length;
    },
    knows: (key) => tasks.some((task) => task.key === key),
    ahead: (key) =>
      Math.max(
        0,
        tasks.findIndex((task) => task.key === key),
      ),
    cancel(key, reason) {
      const task = tasks.find((one) => one.key === key);
      task?.stop.abort(reason);
      return task !== undefined;
    },
    async close(reason) {
      closed = true;
      for (const task of tasks) task.stop.abort(reason);
      await running;
    },
  };
}
