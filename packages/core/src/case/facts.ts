import type { ApprovedAction } from "./actions";
import type { CaseStage } from "./stages";

/** How an approval stands that was asked for since the case came to its stage. */
export type ApprovalState = "asked" | "granted" | "denied";

/** What guards look at. */
export interface CaseFacts {
  readonly stage: CaseStage;
  /** Of a suspended case: where it stood before. */
  readonly suspendedFrom: CaseStage | null;
  readonly units: number;
  readonly checks: number;
  readonly measures: {
    readonly all: number;
    /** Not accepted yet, or found not to hold. */
    readonly open: number;
    /** Accepted, and nobody has seen yet that they hold. */
    readonly unseen: number;
  };
  readonly unansweredPapers: number;
  /** Of each action the latest; what was asked for in an earlier stage counts no more. */
  readonly approvals: Readonly<Partial<Record<ApprovedAction, ApprovalState>>>;
}
