import { hasLeft, type PaperFacts } from "@tianyan/core";
import { type PaperHead, type RecipientRow, type Runner, readPaperApprovals, readPaperHead } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { namingOf, stateOf } from "./rows";
import type { KeptText } from "./text";

interface Known {
  readonly recipients: readonly RecipientRow[];
  readonly texts: readonly KeptText[];
  readonly failures: number;
}

/** What guards look at, for who acts. */
export async function paperFacts(
  sql: Runner,
  head: PaperHead,
  { account }: Pick<Actor, "account">,
  { recipients, texts, failures }: Known,
): Promise<PaperFacts> {
  const approvals = (await readPaperApprovals(sql, head.id)).filter(
    ({ verdict, lapsed_at }) => verdict === "approved" && lapsed_at === null,
  );
  const corrected = head.corrects === null ? null : await readPaperHead(sql, head.corrects);
  const mine = (other: string | null): boolean => account !== null && other === account;
  return {
    naming: namingOf(head),
    state: stateOf(head),
    recipients: recipients.length,
    failures,
    approvals: approvals.length,
    own: mine(head.submitted_account) || texts.some((text) => mine(text.account)),
    approvedByActor: approvals.some((approval) => mine(approval.account)),
    correctsEnded: corrected !== null && corrected.state !== "issued",
  };
}

/** A text is checked as long as it may change. */
export const isChecked = (head: PaperHead): boolean => !hasLeft(stateOf(head)) && head.state !== "dropped";
