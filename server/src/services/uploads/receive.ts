import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { ApiError, requirePermission, type Upload } from "@tianyan/api";
import { addUpload, makeFolders } from "@tianyan/db";
import { sealBytes } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { shown } from "../personal/shown";
import type { Services } from "../services";

export const uploadFolder = (desk: Desk, id: string): string => join(desk.folder, "uploads", id);

const LONGEST_NAME = 120;

/** A name that any disk takes and that leads nowhere else. */
export function safeName(name: string): string {
  const bare = basename(name.replaceAll("\\", "/"))
    .replaceAll(/[\p{Cc}\p{Cf}"<>|:*?#]/gu, "_")
    .replace(/^[.\s]+/, "");
  const [, stem = "", end = ""] = /^(.*?)((?:\.\w{1,8}){0,2})$/s.exec(bare) ?? [];
  let short = stem;
  while (Buffer.byteLength(short + end) > LONGEST_NAME && short !== "") short = [...short].slice(0, -1).join("");
  return `${short || "file"}${end}`;
}

/** Keeps the body as a file, encrypted, until it is imported, or for a day. Throws an ApiError where it is empty or too large. */
export async function receiveUpload(
  { work, keys, now }: Services,
  desk: Desk,
  actor: Actor,
  given: { readonly name: string; readonly body: ReadableStream<Uint8Array> | null; readonly length: number | null },
): Promise<Upload> {
  requirePermission(actor, "imports.write");
  if ((given.length ?? 0) > desk.uploadLimit) throw tooLarge(desk.uploadLimit);
  if (!given.body) throw new ApiError("upload.empty");
  const id = randomBytes(16).toString("hex");
  const name = safeName(given.name);
  const folder = uploadFolder(desk, id);
  await makeFolders(folder, 0o700);
  try {
    const sha256 = createHash("sha256");
    let size = 0;
    const plain = async function* () {
      for await (const chunk of Readable.fromWeb(given.body as NodeStream<Uint8Array>) as AsyncIterable<Uint8Array>) {
        size += chunk.byteLength;
        if (size > desk.uploadLimit) throw tooLarge(desk.uploadLimit);
        sha256.update(chunk);
        yield chunk;
      }
    };
    await pipeline(sealBytes(keys.forFiles, plain()), createWriteStream(join(folder, name), { mode: 0o600 }));
    if (size === 0) throw new ApiError("upload.empty");
    const upload = { id, name, size, sha256: sha256.digest("hex") };
    await work.sql.begin(async (tx) => {
      await addUpload(tx, upload, actor.name, now());
      const after = { name: shown(name), size, sha256: upload.sha256 };
      await record(tx, actor, { action: "upload.received", subject: { type: "upload", id }, after, outcome: "done" });
    });
    return upload;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function tooLarge(limit: number): ApiError {
  const mb = Math.floor(limit / 1024 / 1024);
  return new ApiError("upload.too_large", { detail: { zh: `上限为 ${mb} MB`, en: `The limit is ${mb} MB` } });
}
