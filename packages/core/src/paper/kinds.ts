import type { Bilingual } from "../rules/text";

/** Papers that go out, from the lightest to the heaviest. */
export const PAPER_KINDS = ["reminder", "slip", "letter", "proposal", "circular"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_KIND_TEXTS: Readonly<Record<PaperKind, Bilingual>> = {
  reminder: { zh: "工作提示单", en: "Work reminder" },
  slip: { zh: "督办单", en: "Supervision slip" },
  letter: { zh: "督办函", en: "Supervision letter" },
  proposal: { zh: "纪检监察建议书", en: "Proposal of discipline inspection and supervision" },
  circular: { zh: "通报", en: "Circular" },
};

/** Whether a circular goes to the unit alone, or names it before others. */
export const PAPER_REACHES = ["unit", "naming"] as const;
export type PaperReach = (typeof PAPER_REACHES)[number];

export const PAPER_REACH_TEXTS: Readonly<Record<PaperReach, Bilingual>> = {
  unit: { zh: "仅发被通报单位", en: "To the unit only" },
  naming: { zh: "点名道姓通报", en: "Naming" },
};

/** Leaders that approve before it goes out, each another person: what names somebody before others takes two. */
export const approvalsNeeded = (kind: PaperKind, reach: PaperReach): number =>
  kind === "circular" && reach === "naming" ? 2 : 1;
