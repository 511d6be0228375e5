import type { IsoDate } from "../paper/dates";
import type { Urgency } from "../paper/paper";

/** What is chosen for one paper, beside the facts of its case. */
export interface DraftSetting {
  /** Codes of the units it goes to, in order; none: those of the template. */
  readonly to: readonly string[];
  /** Working days within which an answer is asked for, and the last date of them; null where none is. */
  readonly reply: { readonly workingDays: number; readonly by: IsoDate } | null;
  readonly urgency?: Urgency | null;
}
