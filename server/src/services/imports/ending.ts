import type { Fault } from "@tianyan/api";
import { changeImportJob, type ImportJobChange, isConnectionError, textOf } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { faultOf, faultOfError } from "../jobs/fault";
import { outlast } from "../jobs/outlast";
import { Cancelled, Interrupted } from "../jobs/stopped";
import type { Services } from "../services";
import { dropUploads } from "../uploads/stored";
import type { ImportJob } from "./job";
import { createCleaner } from "./recognise";
import { dropRejectsWorkbooks } from "./rejects-workbook";

/** An import that was cut off as often as this is not begun again by itself: it may be what brings the system down. */
export const MOST_ATTEMPTS = 3;

const UNFINISHED = ["waiting", "reading", "recording", "judging"];

/** Its files are kept, so that it can be taken up when the server runs again. */
const isKept = (job: ImportJob): boolean => job.uploads.length > 0;

/**
 * Records how an attempt ended that did not end well (`attempts`: how often it was begun; null: it still waited). It left nothing behind,
 * unless the answer to its last statement was lost: then it is done. True: it is to be begun again.
 */
export async function endAttempt(
  services: Services,
  desk: Desk,
  actor: Actor,
  job: ImportJob,
  error: unknown,
  attempts: number | null,
  signal: AbortSignal,
): Promise<boolean> {
  const lost = isConnectionError(error);
  const again = lost && (attempts ?? 0) < MOST_ATTEMPTS;
  const later = error instanceof Interrupted && isKept(job);
  const change: ImportJobChange =
    again || later
      ? // A server that is ended in order is no sign against the import.
        { state: "waiting", progress: null, ...(later && attempts !== null ? { attempts: attempts - 1 } : {}) }
      : {
          state: error instanceof Cancelled ? "cancelled" : "failed",
          error: faultOfAttempt(desk, job, error),
          progress: null,
          finished_at: services.now(),
        };
  const tell = (failure: unknown): void => desk.log(textOf(failure));
  let open: boolean;
  try {
    open = await outlast(signal, () => close(services, actor, job, change));
  } catch (failure) {
    // The next start finds it as it stands.
    tell(failure);
    return false;
  }
  if (open) await dropRejectsWorkbooks(desk, job.id).catch(tell);
  else if (lost) await dropUploads(services, desk, actor, job.uploads).catch(tell);
  return open && again;
}

/** False: it had ended already. */
const close = async ({ work }: Services, actor: Actor, { id }: ImportJob, change: ImportJobChange): Promise<boolean> =>
  (await work.sql.begin(async (tx) => {
    const open = await changeImportJob(tx, id, change, UNFINISHED);
    if (!open || change.state === "waiting") return open;
    const told = { subject: { type: "import", id }, after: { state: change.state }, outcome: "done" } as const;
    await record(tx, actor, { action: "import.failed", ...told });
    return open;
  })) as boolean;

function faultOfAttempt(desk: Desk, job: ImportJob, error: unknown): Fault {
  if (error instanceof Cancelled) return faultOf("import.cancelled");
  if (error instanceof Interrupted) return interruption(job.via);
  const fault = faultOfError(error, "import.file_refused", createCleaner(job.folders));
  if (fault.code === "server.failed") desk.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return fault;
}

/** What is told of an import that was cut off and is not taken up by itself. */
export const interruption = (via: string, attempts = 0): Fault =>
  via === "folder"
    ? faultOf("import.interrupted_in_folder")
    : faultOf(
        "import.interrupted",
        attempts < MOST_ATTEMPTS
          ? null
          : {
              zh: `先后导入 ${attempts} 次，每次都在途中停止；文件可能过大，请按月分成几个文件。`,
              en: `It was begun ${attempts} times and cut off each time; the files may be too large: split them by month.`,
            },
      );
