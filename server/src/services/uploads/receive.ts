import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { type Actor, ApiError, type Upload } from "@tianyan/api";
import { addUpload, makeFolders } from "@tianyan/db";
import type { Desk } from "../desk";
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

/** Keeps the body as a file until it is imported, or for a day. Throws an ApiError where it is empty or too large. */
export async function receiveUpload(
  { db, now }: Services,
  desk: Desk,
  actor: Actor,
  given: { readonly name: string; readonly body: ReadableStream<Uint8Array> | null; readonly length: number | null },
): Promise<Upload> {
  if ((given.length ?? 0) > desk.uploadLimit) throw tooLarge(desk.uploadLimit);
  if (!given.body) throw new ApiError("upload.empty");
  const id = randomBytes(16).toString("hex");
  const name = safeName(given.name);
  const folder = uploadFolder(desk, id);
  await makeFolders(folder, 0o700);
  try {
    const sha256 = createHash("sha256");
    let size = 0;
    await pipeline(
      Readable.fromWeb(given.body as NodeStream<Uint8Array>),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          size += chunk.byteLength;
          if (size > desk.uploadLimit) throw tooLarge(desk.uploadLimit);
          sha256.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(join(folder, name), { mode: 0o600 }),
    );
    if (size === 0) throw new ApiError("upload.empty");
    const upload = { id, name, size, sha256: sha256.digest("hex") };
    await addUpload(db.sql, upload, actor.name, now());
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
