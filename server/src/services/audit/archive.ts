import { join } from "node:path";
import type { Instant } from "@tianyan/core";
import { archiveAudit, auditArchivable, type Database } from "@tianyan/db";
import { Refusal } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { loadJudging, startOfDate } from "../judging/setting";
import { record } from "./record";

export interface ArchiveRequest {
  /** Entries before this day go, `2026-05-01`, in the zone of the parameters. */
  readonly before: string;
  readonly folder: string;
  readonly now: Instant;
}

export interface Archived {
  readonly entries: number;
  readonly from: number;
  readonly to: number;
  readonly file: string | null;
  readonly sha256: string | null;
}

const KEPT_MONTHS = 6;

/**
 * Takes old entries out into a file; what follows still verifies by its ends, and the file by itself. As the owner of the database. Throws a
 * Refusal where entries younger than six months would go, and a BrokenChain.
 */
export async function archive(
  owner: Database,
  actor: Actor,
  { before, folder, now }: ArchiveRequest,
): Promise<Archived> {
  const { parameters } = (await loadJudging(owner.sql)).parametersAt(now);
  const until = startOfDate(before, parameters.zone);
  const [row] = await owner.sql<{ young: boolean }[]>`
    select ${until}::timestamptz > ${now}::timestamptz - ${`${KEPT_MONTHS} months`}::interval as young`;
  if (row?.young !== false)
    throw new Refusal("audit.too_young", {
      zh: `审计记录至少保留 ${KEPT_MONTHS} 个月，请给出更早的日期。`,
      en: `Entries are kept for at least ${KEPT_MONTHS} months: give an earlier date.`,
    });
  const part = await owner.sql.begin((tx) => auditArchivable(tx, until));
  if (!part) return { entries: 0, from: 0, to: 0, file: null, sha256: null };
  const { from, seq: to, hash } = part;
  const path = join(folder, `audit-${String(from).padStart(9, "0")}-${String(to).padStart(9, "0")}.ndjson.gz`);
  const sha256 = await archiveAudit(owner, part, path, (tx, fileSha256) =>
    record(tx, actor, {
      action: "audit.archived",
      subject: { type: "audit", id: `${from}-${to}` },
      after: { from, to, hash, sha256: fileSha256 },
      outcome: "done",
    }),
  );
  return { entries: to - from + 1, from, to, file: path, sha256 };
}
