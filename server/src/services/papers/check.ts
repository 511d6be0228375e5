import type { PaperDocument } from "@tianyan/api";
import type { CaseHead, Transaction } from "@tianyan/db";
import type { PaperProblem } from "@tianyan/papers";

const checkPaper = (..._: unknown[]): readonly PaperProblem[] => [];

import type { CaseClock } from "../cases/case-clock";
import { factsOfCase } from "./case-facts";
import { replyOf } from "./reply";

interface Checking {
  readonly file: Pick<CaseHead, "id" | "year" | "no">;
  readonly clock: CaseClock;
  readonly replyDays: number | null;
  /** Number and dates have to be there. */
  readonly issuing: boolean;
}

/** What stops the text from going out, against what the case says now. */
export async function problemsOf(
  tx: Transaction,
  text: PaperDocument,
  { file, clock, replyDays, issuing }: Checking,
): Promise<readonly PaperProblem[]> {
  const { facts, names } = await factsOfCase(tx, file, clock);
  const units = names.units.map(({ code, name, aliases }) => ({ code, name, aliases }));
  return checkPaper(text, facts, { units, reply: replyOf(replyDays, clock), issuing });
}
