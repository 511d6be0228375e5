import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ApiError } from "@tianyan/api";
import { readUploads, removeUploads, uploadsToRemove } from "@tianyan/db";
import { type Actor, SYSTEM_ACTOR } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import type { Services } from "../services";
import { uploadFolder } from "./receive";

export interface StoredUpload {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly folder: string;
}

/** Where these uploads lie, in the order asked for; throws an ApiError where one is gone. */
export async function storedUploads({ work }: Services, desk: Desk, ids: readonly string[]): Promise<StoredUpload[]> {
  const rows = new Map((await readUploads(work.sql, ids)).map((row) => [row.id, row]));
  const found: StoredUpload[] = [];
  for (const id of new Set(ids)) {
    const name = rows.get(id)?.name;
    const folder = uploadFolder(desk, id);
    const path = name === undefined ? "" : join(folder, name);
    if (name === undefined || !(await stat(path).catch(() => null))) throw new ApiError("upload.not_found");
    found.push({ id, name, path, folder });
  }
  return found;
}

/** Takes them away, but those that an import yet needs. */
export async function dropUploads({ work }: Services, desk: Desk, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const removed = (await work.sql.begin(async (tx) => {
    const gone = await removeUploads(tx, ids);
    for (const id of gone)
      await record(tx, actor, { action: "upload.removed", subject: { type: "upload", id }, outcome: "done" });
    return gone;
  })) as readonly string[];
  for (const id of removed) await rm(uploadFolder(desk, id), { recursive: true, force: true });
}

const KEPT_MS = 86_400_000;

/** Takes away what was loaded, what was uploaded more than a day ago, and folders that nobody knows. */
export async function sweepUploads(services: Services, desk: Desk): Promise<void> {
  const { work, now } = services;
  await dropUploads(services, desk, SYSTEM_ACTOR, await uploadsToRemove(work.sql, now() - KEPT_MS));
  const folders = await readdir(join(desk.folder, "uploads")).catch((): string[] => []);
  const known = new Set((await readUploads(work.sql, folders)).map(({ id }) => id));
  for (const id of folders) {
    if (known.has(id)) continue;
    const found = await stat(uploadFolder(desk, id)).catch(() => null);
    if (found && found.mtimeMs < now() - KEPT_MS) await rm(uploadFolder(desk, id), { recursive: true, force: true });
  }
}
