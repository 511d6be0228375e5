import { forgetStaged, removeIngestRequestsBefore, textOf } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { sealPlainFiles } from "../cases/kept-files";
import type { Desk } from "../desk";
import { watchInbox } from "../inbox/watch";
import { Interrupted } from "../jobs/stopped";
import type { Services } from "../services";
import { sweepUploads } from "../uploads/stored";
import { sweepRejectsWorkbooks } from "./rejects-workbook";
import { createTakingUp } from "./take-up";

const SWEEP_EVERY_MS = 3_600_000;
const LOOK_EVERY_MS = 10_000;
const ANSWERS_KEPT_MS = 30 * 86_400_000;

export interface OpenDesk {
  close(): Promise<void>;
}

/** Opens the desk of a server that starts: what an earlier one left half way is taken up, or told. `close` ends it in order. */
export async function openDesk(services: Services, desk: Desk, actor: Actor, inbox: string): Promise<OpenDesk> {
  const { work, now } = services;
  const takingUp = createTakingUp(services, desk, actor);
  await takingUp.look(true);
  await sealPlainFiles(services, desk);
  const sweep = async (): Promise<void> => {
    await sweepUploads(services, desk);
    await sweepRejectsWorkbooks(services, desk);
    await forgetStaged(work.sql);
    await work.sql.begin(async (tx) => {
      const removed = await removeIngestRequestsBefore(tx, now() - ANSWERS_KEPT_MS);
      const told = { subject: { type: "ingest", id: "" }, before: { answers: removed }, outcome: "done" } as const;
      if (removed > 0) await record(tx, actor, { action: "ingest.forgotten", ...told });
    });
  };
  const quietly = (deed: () => Promise<void>) => (): void => {
    deed().catch((error: unknown) => desk.log(textOf(error)));
  };
  quietly(sweep)();
  const timers = [
    setInterval(quietly(sweep), SWEEP_EVERY_MS),
    setInterval(
      quietly(() => takingUp.look()),
      LOOK_EVERY_MS,
    ),
  ];
  for (const timer of timers) timer.unref();
  const watching = await watchInbox(services, desk, actor, { folder: inbox });
  return {
    async close() {
      for (const timer of timers) clearInterval(timer);
      const reason = new Interrupted("the server stops");
      await Promise.all([desk.runner.close(reason), desk.ingesting.close(reason), watching.close()]);
    },
  };
}
