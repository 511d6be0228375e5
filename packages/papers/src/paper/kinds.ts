import type { Bilingual } from "@tianyan/core";

export const PAPER_KINDS = [
  "supervision_order",
  "work_reminder",
  "supervision_letter",
  "proposal",
  "circular",
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_KIND_WORDS: Readonly<Record<PaperKind, Bilingual>> = {
  supervision_order: { zh: "督办单", en: "Supervision order" },
  work_reminder: { zh: "工作提示单", en: "Work reminder" },
  supervision_letter: { zh: "督办函", en: "Supervision letter" },
  proposal: { zh: "纪检监察建议书", en: "Discipline inspection proposal" },
  circular: { zh: "通报", en: "Circular" },
};

/** GB/T 9704-2012: 文件格式 (chapter 7) and 信函格式 (10.1). */
export const PAPER_FORMS = ["document", "letter"] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];
