import { changeImportJob, textOf } from "@tianyan/db";
import type { Desk } from "../desk";
import type { Services } from "../services";
import { createJourney, type Travelled } from "./journey";
import type { ImportProgress } from "./request";

const TELL_EVERY_MS = 500;
const RUNNING = ["reading", "recording", "judging"];

/** What the history calls an import that is at this step. */
const STATES = {
  checking: "reading",
  reading: "reading",
  recording: "recording",
  judging: "judging",
  finishing: "recording",
} as const satisfies Readonly<Record<ImportProgress["stage"], string>>;

/** What is told of an import while it runs: its first word at once, then at most twice a second, and never after it has ended. */
export function createTeller({ work }: Services, desk: Desk, id: string, what: Travelled) {
  const journey = createJourney(what);
  let told = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    tell(progress: ImportProgress): void {
      if (stopped) return;
      journey.reach(progress);
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      const change = { state: STATES[progress.stage], progress: journey.read() };
      writing = writing.then(() =>
        changeImportJob(work.sql, id, change, RUNNING).catch((error: unknown) => desk.log(textOf(error))),
      );
    },
    /** Of the whole way, 0 to 1. */
    share: (): number => journey.read().share ?? 0,
    async stop(): Promise<void> {
      stopped = true;
      await writing;
    },
  };
}
