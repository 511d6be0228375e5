import { ApiError, type ImportItem, requirePermission, type StartImportOrder } from "@tianyan/api";
import { addImportJob, readImportJob } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { profileOfDocument, readProfile } from "../profiles/saved";
import type { Services } from "../services";
import { storedUploads } from "../uploads/stored";
import { choicesFor, choicesToKeep } from "./choices";
import { requireSource } from "./in-scope";
import { importItem } from "./item";
import type { ImportJob } from "./job";
import { queueImport } from "./run";

/** Takes up the import of uploads: it waits for its turn and is asked for until it is done. */
export async function startImport(
  services: Services,
  desk: Desk,
  actor: Actor,
  { uploads, profile, tables }: StartImportOrder,
): Promise<ImportItem> {
  requirePermission(actor, "imports.write");
  const stored = await storedUploads(services, desk, uploads);
  const document = typeof profile === "string" ? (await readProfile(services, actor, profile)).document : profile;
  if (document) requireSource(actor, profileOfDocument(document).source);
  const job = {
    via: "screen",
    paths: stored.map(({ path }) => path),
    folders: stored.map(({ folder }) => folder),
    uploads: stored.map(({ id }) => id),
    document: document ?? null,
    choices: choicesFor(tables, stored),
  } as const;
  const { id } = await enqueue(services, desk, actor, job);
  return readItem(services, desk, id);
}

/** Enters the import in the history, waiting, and queues it; `ended` answers when it has ended, however. */
export async function enqueue(
  services: Services,
  desk: Desk,
  actor: Actor,
  job: Omit<ImportJob, "id">,
): Promise<{ readonly id: string; readonly ended: Promise<void> }> {
  const { document, via, uploads } = job;
  const source = typeof document?.source === "string" ? document.source : null;
  const names = job.paths.map((path) => path.split("/").at(-1) ?? path);
  const tables = choicesToKeep(job.choices, job);
  const waiting = { state: "waiting", via, actor: actor.name, source, names, uploads, profile: document, tables };
  const id = (await services.work.sql.begin(async (tx) => {
    const added = await addImportJob(tx, waiting, services.now());
    const after = { via, source, uploads, files: names };
    const subject = { type: "import", id: added };
    await record(tx, actor, { action: "import.started", subject, after, outcome: "done" });
    return added;
  })) as string;
  return { id, ended: queueImport(services, desk, actor, { ...job, id }) };
}

export async function readItem({ work }: Services, desk: Desk, id: string): Promise<ImportItem> {
  const row = await readImportJob(work.sql, id);
  if (!row) throw new ApiError("import.not_found");
  return importItem(row, desk);
}
