import type { Bilingual } from "@tianyan/core";
import type { PaperTemplate } from "../template/template";

/** Where in a paper: characters `start` to `end` of a part, of the block at that index in `body`, of the line at that index elsewhere. */
export interface Place {
  readonly part:
    | "issuer_mark"
    | "number"
    | "title"
    | "to"
    | "body"
    | "attachments"
    | "signature"
    | "date"
    | "note"
    | "copy_to"
    | "printed";
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** What keeps a paper from being issued. */
export interface PaperProblem extends Bilingual {
  /** Dotted, `paper.figure_differs`. */
  readonly code: PaperProblemCode;
  readonly place: Place;
}

export const PAPER_PROBLEM_CODES = [
  "paper.citizen_identity",
  "paper.unit_outside",
  "paper.person_outside",
  "paper.fact_differs",
  "paper.fact_unknown",
  "paper.figure_unsupported",
  "paper.date_unsupported",
  "paper.naming_exceeded",
  "paper.leading_zero",
  "paper.bracket_form",
  "paper.part_missing",
  "paper.placeholder_left",
  "paper.heading_order",
  "paper.attachment_punctuation",
] as const;
export type PaperProblemCode = (typeof PAPER_PROBLEM_CODES)[number];

export interface CheckSetting {
  /** Every unit that the registry knows, so that one named outside the case is recognised. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly aliases: readonly string[] }[];
  /** What was chosen when it was drafted: the time to answer is a fact too. */
  readonly reply: { readonly workingDays: number; readonly by: string } | null;
  /** The wording in force: figures of its own sentences, 24小时内联系群众, were settled by the commission and state nothing of the case. */
  readonly wording?: Pick<PaperTemplate, "blocks">;
  /** At issue number and dates must be there; a draft has none yet. */
  readonly issuing: boolean;
}
