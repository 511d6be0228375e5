import { ApiError, type AuditHeadItem, type ExportedHead, type ExportedHeads, requirePermission } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { auditHashes, newestAudit, oldestAudit, readAuditHead, readAuditSegments } from "@tianyan/db";
import { renderSVG } from "uqr";
import type { Actor } from "../../auth/actor";
import type { Desk } from "../desk";
import { isoOrNull } from "../instants";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";
import { codeOf, dateOf, type HeadFile, headFile, keptDates, readKeptHead } from "./exported";

const iso = (at: number): string => isoInstant(instant(at));

/** Throws where somebody took the head away. */
export async function currentHead({ db }: Services): Promise<{ readonly seq: number; readonly hash: string }> {
  const head = await readAuditHead(db.sql);
  if (!head) throw new Error("the head of the audit trail is gone");
  return head;
}

export async function readHead(services: Services, actor: Actor): Promise<AuditHeadItem> {
  requirePermission(actor, "audit.read");
  const { sql } = services.db;
  const head = await currentHead(services);
  const [newest, oldest, segments] = await Promise.all([newestAudit(sql), oldestAudit(sql), readAuditSegments(sql)]);
  return {
    seq: head.seq,
    hash: head.hash,
    at: isoOrNull(newest?.at ?? null),
    kept_from: oldest?.seq ?? head.seq + 1,
    segments: segments.map(({ from, to, firstAt, lastAt, hash, file, fileSha256, archivedAt }) => ({
      from,
      to,
      first_at: iso(firstAt),
      last_at: iso(lastAt),
      hash,
      file,
      file_sha256: fileSha256,
      archived_at: iso(archivedAt),
    })),
    code: codeOf(head),
  };
}

/** Heads that were exported day by day, newest first. */
export async function listHeads({ db }: Services, desk: Desk, actor: Actor): Promise<ExportedHeads> {
  requirePermission(actor, "audit.read");
  const heads = await keptHeads(desk);
  const hashes = await auditHashes(
    db.sql,
    heads.map(({ seq }) => seq),
  );
  const reached = (await readAuditHead(db.sql))?.seq ?? 0;
  const archived = (await readAuditSegments(db.sql)).at(-1)?.to ?? 0;
  return {
    heads: heads.toReversed().map((head): ExportedHead => {
      const { date, seq, hash, exported_at } = head;
      const known = hashes.get(seq);
      const holds = known === undefined ? (seq <= archived && seq <= reached ? null : false) : known === hash;
      return { date, seq, hash, exported_at, holds: seq === 0 ? true : holds, code: codeOf(head) };
    }),
  };
}

export async function keptHeads(desk: Desk): Promise<readonly HeadFile[]> {
  const heads = await Promise.all((await keptDates(desk.folder)).map((date) => readKeptHead(desk.folder, date)));
  return heads.filter((head) => head !== null);
}

/** The QR code of a head: of a day, or as it is now. Throws an ApiError where none was exported that day. */
export async function codeImage(services: Services, desk: Desk, actor: Actor, date?: string): Promise<string> {
  requirePermission(actor, "audit.read");
  const head = date === undefined ? await currentHead(services) : await readKeptHead(desk.folder, date);
  if (!head) throw new ApiError("audit.head_not_found");
  return renderSVG(codeOf(head), { ecc: "M", border: 2 });
}

/** The head as it is now, in the form of the daily file. */
export async function exportHead(services: Services): Promise<HeadFile> {
  const now = services.now();
  const { parameters } = (await loadJudging(services.work.sql)).parametersAt(now);
  return headFile(await currentHead(services), dateOf(now, parameters.zone), now);
}
