import { endAbandonedJobs, removeIngestRequestsBefore, textOf } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { watchInbox } from "../inbox/watch";
import { faultOf } from "../jobs/fault";
import type { Services } from "../services";
import { sweepUploads } from "../uploads/stored";
import { Interrupted } from "./run";

const SWEEP_EVERY_MS = 3_600_000;
const ANSWERS_KEPT_MS = 30 * 86_400_000;

export interface OpenDesk {
  close(): Promise<void>;
}

/** Opens the desk of a server that starts: what an earlier one left half way is told as failed. `close` ends it in order. */
export async function openDesk(services: Services, desk: Desk, actor: Actor, inbox: string): Promise<OpenDesk> {
  const { work, now } = services;
  await work.sql.begin(async (tx) => {
    const interrupted = { import: faultOf("import.interrupted"), change: faultOf("change.interrupted") };
    const left = await endAbandonedJobs(tx, interrupted.import, interrupted.change, now());
    for (const { type, id, action } of [
      ...left.imports.map((id) => ({ type: "import", id, action: "import.failed" }) as const),
      ...left.undos.map((id) => ({ type: "import", id, action: "import.undo_failed" }) as const),
      ...left.changes.map((id) => ({ type: "change", id, action: "registry.failed" }) as const),
    ])
      await record(tx, actor, {
        action,
        subject: { type, id },
        after: { code: `${type}.interrupted` },
        outcome: "done",
      });
  });
  const sweep = async (): Promise<void> => {
    await sweepUploads(services, desk);
    await work.sql.begin(async (tx) => {
      const removed = await removeIngestRequestsBefore(tx, now() - ANSWERS_KEPT_MS);
      const told = { subject: { type: "ingest", id: "" }, before: { answers: removed }, outcome: "done" } as const;
      if (removed > 0) await record(tx, actor, { action: "ingest.forgotten", ...told });
    });
  };
  const swept = (): void => {
    sweep().catch((error: unknown) => desk.log(textOf(error)));
  };
  swept();
  const timer = setInterval(swept, SWEEP_EVERY_MS);
  timer.unref();
  const watching = await watchInbox(services, desk, actor, { folder: inbox });
  return {
    async close() {
      clearInterval(timer);
      const reason = new Interrupted("the server stops");
      await Promise.all([desk.runner.close(reason), desk.ingesting.close(reason), watching.close()]);
    },
  };
}
