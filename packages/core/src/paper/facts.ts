import type { NamingLevel } from "./kinds";
import type { PaperState, ReceiptState } from "./states";

/** What guards of a paper look at. */
export interface PaperFacts {
  readonly naming: NamingLevel;
  readonly state: PaperState;
  /** Units that it is served to. */
  readonly recipients: number;
  /** What the check of its text found that stops it. */
  readonly failures: number;
  /** Leaders who approved the text as it is. */
  readonly approvals: number;
  /** Whoever acts wrote, or submitted, this text. */
  readonly own: boolean;
  /** Whoever acts approved this text already. */
  readonly approvedByActor: boolean;
  /** The paper that this one corrects is not in force any more; false where it corrects none. */
  readonly correctsEnded: boolean;
}

/** What guards of a receipt look at. */
export interface ReceiptFacts {
  readonly paper: PaperState;
  readonly state: ReceiptState;
  /** Whether a reply is asked for. */
  readonly replyAsked: boolean;
}
