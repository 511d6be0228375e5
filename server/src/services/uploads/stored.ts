import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ApiError } from "@tianyan/api";
import { readUploads, removeUploads, uploadsToRemove } from "@tianyan/db";
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
export async function storedUploads({ db }: Services, desk: Desk, ids: readonly string[]): Promise<StoredUpload[]> {
  const rows = new Map((await readUploads(db.sql, ids)).map((row) => [row.id, row]));
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
export async function dropUploads({ db }: Services, desk: Desk, ids: readonly string[]): Promise<void> {
  for (const id of await removeUploads(db.sql, ids)) await rm(uploadFolder(desk, id), { recursive: true, force: true });
}

const KEPT_MS = 86_400_000;

/** Takes away what was loaded, what was uploaded more than a day ago, and folders that nobody knows. */
export async function sweepUploads(services: Services, desk: Desk): Promise<void> {
  const { db, now } = services;
  await dropUploads(services, desk, await uploadsToRemove(db.sql, now() - KEPT_MS));
  const folders = await readdir(join(desk.folder, "uploads")).catch((): string[] => []);
  const known = new Set((await readUploads(db.sql, folders)).map(({ id }) => id));
  for (const id of folders) {
    if (known.has(id)) continue;
    const found = await stat(uploadFolder(desk, id)).catch(() => null);
    if (found && found.mtimeMs < now() - KEPT_MS) await rm(uploadFolder(desk, id), { recursive: true, force: true });
  }
}
