import type { Bilingual } from "../rules/text";

/** What moves a case from stage to stage. */
export const CASE_ACTIONS = [
  "accept_check",
  "to_supervise",
  "to_file",
  "to_rectify",
  "to_look_back",
  "sign_off",
  "close",
  "transfer",
  "suspend",
  "resume",
  "reopen",
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

export const CASE_ACTION_TEXTS: Readonly<Record<CaseAction, Bilingual>> = {
  accept_check: { zh: "受理核查", en: "Accept for checking" },
  to_supervise: { zh: "转督办", en: "Put under supervision" },
  to_file: { zh: "转立案", en: "File" },
  to_rectify: { zh: "转整改", en: "Ask for rectification" },
  to_look_back: { zh: "转回头看", en: "Look back" },
  sign_off: { zh: "销号", en: "Sign off" },
  close: { zh: "无结果办结", en: "Close without result" },
  transfer: { zh: "移送", en: "Transfer" },
  suspend: { zh: "中止", en: "Suspend" },
  resume: { zh: "恢复办理", en: "Resume" },
  reopen: { zh: "重新办理", en: "Reopen" },
};

/** Actions that a leader approves first. */
export const APPROVED_ACTIONS = ["to_file", "sign_off", "close", "transfer"] as const satisfies readonly CaseAction[];
export type ApprovedAction = (typeof APPROVED_ACTIONS)[number];

export const needsApproval = (action: CaseAction): action is ApprovedAction =>
  (APPROVED_ACTIONS as readonly CaseAction[]).includes(action);
