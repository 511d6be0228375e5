import type { Transaction } from "../connect";
import { jsonText } from "./json";

/** One line of the audit trail, as it is appended. */
export interface NewAuditEntry {
  readonly account: string | null;
  readonly name: string;
  readonly post: string;
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly before: unknown;
  readonly after: unknown;
  readonly outcome: "done" | "denied";
  readonly request: string;
  readonly address: string;
}

/** Appends to the chain and holds its head until the transaction ends. Answers with the number of the entry. */
export async function appendAudit(tx: Transaction, entry: NewAuditEntry): Promise<string> {
  const [row] = await tx<{ seq: string }[]>`select audit_append(${jsonText(entry)}::text::jsonb) as seq`;
  return row?.seq ?? "";
}
