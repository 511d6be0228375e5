import { createHash } from "node:crypto";
import { ApiError, type CaseDetail, requirePermission } from "@tianyan/api";
import { type AttachmentFields, addCaseAttachment, readCaseAttachments, readCaseHead } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import type { Services } from "../services";
import { safeName } from "../uploads/receive";
import { changeCase } from "./change";
import { fileType } from "./file-type";
import { keepContent, readContent } from "./kept-files";

const LIMIT = 20 * 1024 * 1024;

/** Attaches a file, also to a case that has ended. Throws where it is empty, too large, or of a type that is not taken. */
export async function attachToCase(
  services: Services,
  desk: Desk,
  actor: Actor,
  id: string,
  { name, body }: SentFile,
): Promise<CaseDetail> {
  requirePermission(actor, "cases.write");
  const { file, bytes } = await receiveFile({ name, body });
  return changeCase(services, actor, id, { seen: null, ended: true }, async ({ tx, at }) => {
    await keepContent(tx, services, desk, file.sha256, bytes);
    const entry = await addCaseAttachment(tx, id, { ...file, measure: null }, { author: actor.name, at });
    return { kind: "attached", after: { id: entry, ...fileFacts(file) } };
  });
}

export interface SentFile {
  readonly name: string;
  readonly body: ReadableStream<Uint8Array> | null;
}

/** What the timeline and the trail hold of a file. */
export const fileFacts = ({ name, size, sha256 }: AttachmentFields) => ({ name, size, sha256 });

/** The whole file, checked. Throws where it is empty, too large, or of a type that is not taken. */
export async function receiveFile({ name, body }: SentFile): Promise<{ file: AttachmentFields; bytes: Buffer }> {
  const bytes = await readLimited(body);
  if (bytes.length === 0) throw new ApiError("attachment.empty");
  const type = fileType(bytes);
  if (type === null) throw new ApiError("attachment.type");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: { name: safeName(name), type, size: bytes.length, sha256 }, bytes };
}

async function readLimited(body: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return Buffer.concat(chunks);
    size += next.value.byteLength;
    if (size > LIMIT) {
      await reader?.cancel();
      throw new ApiError("attachment.too_large");
    }
    chunks.push(next.value);
  }
}

/** The file for saving, never for showing. Throws where the case is not in sight. */
export async function openAttachment(
  services: Services,
  desk: Desk,
  actor: Actor,
  { id, entry }: { readonly id: string; readonly entry: string },
): Promise<Response> {
  requirePermission(actor, "cases.files");
  const file = await asActor(services, actor, async ({ db: { sql } }) => {
    if (!(await readCaseHead(sql, id))) throw new ApiError("case.not_found");
    return (await readCaseAttachments(sql, id)).find((one) => one.id === entry);
  });
  if (!file) throw new ApiError("case.entry_not_found");
  return giveFile(services, desk, actor, { id, entry, file });
}

export interface KeptFile {
  /** Of the case. */
  readonly id: string;
  readonly entry: string;
  readonly file: AttachmentFields;
}

/** A file that the actor may have; the trail says who took it. */
export async function giveFile(
  services: Services,
  desk: Desk,
  actor: Actor,
  { id, entry, file }: KeptFile,
): Promise<Response> {
  const bytes = await readContent(services, desk, file.sha256);
  await services.db.sql.begin((tx) =>
    record(tx, actor, {
      action: "case.attachment_read",
      subject: { type: "case", id },
      after: { id: entry, sha256: file.sha256 },
      outcome: "done",
    }),
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
}
