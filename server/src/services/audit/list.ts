import { AUDIT_ACTIONS, type AuditEntry, type AuditPage, type AuditQuery, requirePermission } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { type AuditRow, listAuditRows } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { IdSchema, packCursor, unpackCursor } from "../cursor";
import type { Services } from "../services";

const wordsOf = (action: string): AuditEntry["words"] =>
  Object.hasOwn(AUDIT_ACTIONS, action)
    ? { ...AUDIT_ACTIONS[action as keyof typeof AUDIT_ACTIONS] }
    : { zh: action, en: action };

/** What was hashed is what is told. */
function itemOf({ seq, at, payload, hash }: AuditRow): AuditEntry {
  const { account, name, post, action, subject, before, after, outcome, request, address } = JSON.parse(payload);
  return {
    seq: Number(seq),
    at: isoInstant(instant(at)),
    account,
    name,
    post,
    action,
    words: wordsOf(action),
    subject,
    before,
    after,
    outcome,
    request,
    address,
    hash,
  };
}

/** Who did what, newest first. */
export async function listAudit({ db }: Services, actor: Actor, query: AuditQuery): Promise<AuditPage> {
  requirePermission(actor, "audit.read");
  const instantOf = (iso: string | undefined): number | null => (iso === undefined ? null : Date.parse(iso));
  const rows = await listAuditRows(db.sql, {
    who: query.who || null,
    posts: query.post,
    actions: query.action,
    from: instantOf(query.from),
    to: instantOf(query.to),
    subjectType: query.subject_type || null,
    subjectId: query.subject_id || null,
    outcome: query.outcome ?? null,
    request: query.request || null,
    before: unpackCursor(IdSchema, query.cursor),
    limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  return {
    items: page.map(itemOf),
    next_cursor: rows.length > query.limit ? packCursor(page.at(-1)?.seq) : null,
  };
}
