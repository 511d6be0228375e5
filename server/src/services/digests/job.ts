import { textOf } from "@tianyan/db";
import type { Services } from "../services";
import { makeDigests } from "./make";
import { postNext } from "./post";

const EVERY_MS = 60_000;

export interface Daily {
  /** Where people reach the product. */
  readonly address: string;
  /** Where what failed is told to those who run the server. */
  readonly log: (text: string) => void;
}

/** Makes the digests of each day, and mails them to whom wants that, until it is closed. */
export function tellDaily(services: Services, { address, log }: Daily): { close(): Promise<void> } {
  let stopped = false;
  let working: Promise<unknown> = Promise.resolve();
  const turn = async (): Promise<void> => {
    await makeDigests(services, { mail: Boolean(services.mail), stopped: () => stopped });
    while (!stopped && (await postNext(services, address, log)));
  };
  const timer = setInterval(() => {
    working = working.then(() => (stopped ? undefined : turn())).catch((error) => log(textOf(error)));
  }, EVERY_MS);
  timer.unref();
  return {
    async close() {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}
