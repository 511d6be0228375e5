import { textOf } from "@tianyan/db";
import type { Desk } from "../desk";
import { lookAgain, sweepFeed, tellFresh } from "../follow/tell";
import type { Services } from "../services";
import { sendDue } from "./send";

const EVERY_MS = 2_000;
const LOOK_EVERY_MS = 30_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Tells other systems what became of cases and findings, as it comes. */
export function openWebhooks(services: Services, desk: Desk): { close(): Promise<void> } {
  const stop = new AbortController();
  let working: Promise<void> = Promise.resolve();
  let busy = false;
  const quietly = (deed: () => Promise<void>): Promise<void> =>
    deed().catch((error: unknown) => {
      if (!stop.signal.aborted) desk.log(`webhooks: ${textOf(error)}`);
    });
  const turn = async (): Promise<void> => {
    await lookAgain(services, LOOK_EVERY_MS);
    await tellFresh(services);
    await sendDue(services, desk, stop.signal);
  };
  const timers = [
    setInterval(() => {
      if (busy) return;
      busy = true;
      working = quietly(turn).finally(() => {
        busy = false;
      });
    }, EVERY_MS),
    setInterval(() => void quietly(() => sweepFeed(services)), SWEEP_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  return {
    async close() {
      for (const timer of timers) clearInterval(timer);
      stop.abort();
      await working;
    },
  };
}
