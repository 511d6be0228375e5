import type { Bilingual } from "../rules/text";

/** Where a case stands, in the order of its way. */
export const CASE_STAGES = [
  "clue",
  "check",
  "supervise",
  "file",
  "rectify",
  "look_back",
  "signed_off",
  "closed",
  "transferred",
  "suspended",
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

export const CASE_STAGE_TEXTS: Readonly<Record<CaseStage, Bilingual>> = {
  clue: { zh: "线索", en: "Clue" },
  check: { zh: "核查", en: "Check" },
  supervise: { zh: "督办", en: "Supervision" },
  file: { zh: "立案", en: "Filed" },
  rectify: { zh: "整改", en: "Rectification" },
  look_back: { zh: "回头看", en: "Look-back" },
  signed_off: { zh: "销号", en: "Signed off" },
  closed: { zh: "无结果办结", en: "Closed without result" },
  transferred: { zh: "移送", en: "Transferred" },
  suspended: { zh: "中止", en: "Suspended" },
};

/** Nothing more is done to the case there, unless it is reopened. */
export const ENDED_STAGES = ["signed_off", "closed", "transferred"] as const satisfies readonly CaseStage[];

export const hasEnded = (stage: CaseStage): boolean => (ENDED_STAGES as readonly CaseStage[]).includes(stage);
