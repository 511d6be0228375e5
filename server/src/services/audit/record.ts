import type { AuditAction } from "@tianyan/api";
import { maskText } from "@tianyan/core";
import { appendAudit, type Transaction } from "@tianyan/db";

/** Who acts, as far as the trail keeps it. */
export interface AuditActor {
  /** Id of the account; null: the system itself, or nobody signed in. */
  readonly account: string | null;
  readonly name: string;
  readonly post: string;
  readonly requestId: string;
  readonly address: string;
}

export interface AuditEntry {
  readonly action: AuditAction;
  readonly subject: { readonly type: string; readonly id: string };
  /** Ids, counts, masked forms: never a phone, an ID number or a text of an order. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly outcome: "done" | "denied";
}

/**
 * Appends to the audit trail in the transaction of what it tells: last, because it holds the head of the chain until the commit. Throws where
 * it cannot be written, so that the change does not happen. Not for `repeatable read` transactions.
 */
export async function record(tx: Transaction, actor: AuditActor, entry: AuditEntry): Promise<void> {
  const { account, name, post, requestId: request, address } = actor;
  const { action, subject, before = null, after = null, outcome } = entry;
  const told = { before: withoutPersons(before), after: withoutPersons(after) };
  await appendAudit(tx, { account, name, post, action, subject, ...told, outcome, request, address });
}

const DIGEST = /^[0-9a-f-]{32,}$/;

/** A trail is kept for years and cannot be mended: what looks like a person's number does not get into it. */
function withoutPersons(value: unknown): unknown {
  if (typeof value === "string") return DIGEST.test(value) ? value : maskText(value);
  if (Array.isArray(value)) return value.map(withoutPersons);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutPersons(part)]));
}
