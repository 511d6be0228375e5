import type { Bilingual } from "../rules/text";

export const PAPER_KINDS = [
  "supervision_order",
  "work_reminder",
  "supervision_letter",
  "proposal",
  "circular",
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_KIND_TEXTS: Readonly<Record<PaperKind, Bilingual>> = {
  supervision_order: { zh: "督办单", en: "Supervision order" },
  work_reminder: { zh: "工作提示单", en: "Work reminder" },
  supervision_letter: { zh: "督办函", en: "Supervision letter" },
  proposal: { zh: "纪检监察建议书", en: "Discipline inspection proposal" },
  circular: { zh: "通报", en: "Circular" },
};

/** How far a paper names: to those concerned only, units before everybody, people too. */
export const NAMING_LEVELS = ["addressee", "units", "people"] as const;
export type NamingLevel = (typeof NAMING_LEVELS)[number];

/** Leaders that approve before it goes out, each another person: what names somebody before others takes two. */
export const approvalsNeeded = (naming: NamingLevel): number => (naming === "addressee" ? 1 : 2);
