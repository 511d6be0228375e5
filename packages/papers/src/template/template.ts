import type { NamingLevel, PaperKind } from "@tianyan/core";
import type { PaperForm } from "../paper/forms";
import type { HeadingLevel } from "../paper/paper";

/** What a block of a template is repeated for. */
export const REPEATS = ["order", "problem", "measure", "system"] as const;
export type Repeat = (typeof REPEATS)[number];

/**
 * The wording of one kind of paper: data that a commission edits. `{name}` is filled in from the facts (`placeholders.ts` names them all);
 * a block with `each` stands once for every order, confirmed finding, measure or system; one whose `when` is zero or empty is left out.
 */
export interface PaperTemplate {
  readonly kind: PaperKind;
  readonly form: PaperForm;
  readonly issuerMark: string;
  readonly title: string;
  /** Those addressed where drafting is given none: 各乡镇（街道），县直各单位. */
  readonly to: readonly string[];
  readonly blocks: readonly TemplateBlock[];
  readonly attachments: readonly string[];
  readonly signature: string;
  readonly copyTo: readonly string[];
  readonly printedBy: string;
  readonly note: string;
  readonly naming: NamingLevel;
}

export interface TemplateBlock {
  readonly type: "heading" | "paragraph";
  readonly level?: HeadingLevel;
  readonly text: string;
  readonly each?: Repeat;
  readonly when?: string;
}
