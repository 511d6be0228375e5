import { textOf } from "../failure";
import { type EmbeddedServer, startEmbedded } from "./cluster";
import type { Notice } from "./place";

const LOOK_EVERY_MS = 500;

/** A PostgreSQL that is started again where it was killed, at the port it had: whoever knows its address finds it again. */
export interface KeptServer {
  /** Ends the watching; answers the process that runs, or ran last. */
  stop(): Promise<number>;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Watches over the PostgreSQL of `dataDir` until it is told to stop. */
export function keepEmbedded(dataDir: string, server: EmbeddedServer, notice: Notice): KeptServer {
  let pid = server.pid;
  let starting: Promise<void> | null = null;
  async function start(): Promise<void> {
    try {
      pid = (await startEmbedded(dataDir, notice, Number(new URL(server.url).port))).pid;
      notice({
        zh: "内置数据库意外停止，已重新启动。",
        en: "The built-in database had stopped; it was started again.",
      });
    } catch (error) {
      notice({
        zh: `内置数据库意外停止，正在重试启动：${textOf(error)}`,
        en: `The built-in database had stopped; trying to start it again: ${textOf(error)}`,
      });
    } finally {
      starting = null;
    }
  }
  const timer = setInterval(() => {
    if (!starting && !isAlive(pid)) starting = start();
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await starting;
      return pid;
    },
  };
}
