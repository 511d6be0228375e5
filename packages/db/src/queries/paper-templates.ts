import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

/** A version of the wording of one kind of paper. */
export interface PaperTemplateRow {
  readonly kind: string;
  readonly version: number;
  /** What stands before the year in a number. */
  readonly mark: string;
  readonly body: unknown;
  readonly author: string;
  readonly at: number;
}

/** The newest of each kind that the commission changed. */
export const readPaperTemplates = (sql: Runner): Promise<readonly PaperTemplateRow[]> =>
  sql<PaperTemplateRow[]>`
    select distinct on (kind) kind, version, mark, body, author, at from paper_template order by kind, version desc`;

export interface NewPaperTemplate {
  readonly kind: string;
  readonly mark: string;
  readonly body: unknown;
  readonly author: string;
}

/** Locks out whoever else changes wordings until the transaction ends. */
export async function lockPaperTemplates(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(7243021)`;
}

/** The next version of the kind. */
export async function addPaperTemplate(tx: Transaction, given: NewPaperTemplate, at: number): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    insert into paper_template (kind, version, mark, body, author, at)
    select ${given.kind}, 1 + coalesce(max(version), 0), ${given.mark}, ${jsonText(given.body)}::text::jsonb, ${given.author},
      ${at}::timestamptz
    from paper_template where kind = ${given.kind} returning version`;
  if (!row) throw new Error("no template was added");
  return row.version;
}
