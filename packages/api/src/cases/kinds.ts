import { z } from "zod";
import type { Text } from "../shared/values";

/** From what a case was opened. */
export const CASE_ORIGINS = ["findings", "orders", "check", "hand"] as const;

export const CHECK_KINDS = ["open_visit", "unannounced_visit", "questionnaire"] as const;
export const CHECK_TEXTS: Readonly<Record<(typeof CHECK_KINDS)[number], Text>> = {
  open_visit: { zh: "明查", en: "Announced visit" },
  unannounced_visit: { zh: "暗访", en: "Unannounced visit" },
  questionnaire: { zh: "问卷", en: "Questionnaire" },
};

/** What discipline was broken, by the six of the Regulations on Disciplinary Action; or a law. */
export const DISCIPLINES = ["political", "organisational", "integrity", "mass", "work", "life", "law"] as const;
export const DISCIPLINE_TEXTS: Readonly<Record<(typeof DISCIPLINES)[number], Text>> = {
  political: { zh: "政治纪律", en: "Political discipline" },
  organisational: { zh: "组织纪律", en: "Organisational discipline" },
  integrity: { zh: "廉洁纪律", en: "Discipline of integrity" },
  mass: { zh: "群众纪律", en: "Discipline towards the masses" },
  work: { zh: "工作纪律", en: "Work discipline" },
  life: { zh: "生活纪律", en: "Discipline of life" },
  law: { zh: "职务违法", en: "Unlawful conduct in office" },
};

/** Party sanctions, administrative sanctions, and what is done short of either. */
export const SANCTIONS = [
  "talk",
  "admonition",
  "criticism",
  "party_warning",
  "party_serious_warning",
  "party_removal",
  "party_probation",
  "party_expulsion",
  "admin_warning",
  "admin_demerit",
  "admin_serious_demerit",
  "admin_demotion",
  "admin_dismissal",
  "admin_discharge",
] as const;
export type Sanction = (typeof SANCTIONS)[number];

/** With the legal term. */
export const SANCTION_TEXTS: Readonly<Record<Sanction, Text>> = {
  talk: { zh: "谈话提醒", en: "Reminding talk" },
  admonition: { zh: "诫勉", en: "Admonition" },
  criticism: { zh: "批评教育", en: "Criticism" },
  party_warning: { zh: "党内警告", en: "Party warning" },
  party_serious_warning: { zh: "党内严重警告", en: "Serious party warning" },
  party_removal: { zh: "撤销党内职务", en: "Removal from party posts" },
  party_probation: { zh: "留党察看", en: "Probation within the party" },
  party_expulsion: { zh: "开除党籍", en: "Expulsion from the party" },
  admin_warning: { zh: "政务警告", en: "Administrative warning" },
  admin_demerit: { zh: "政务记过", en: "Demerit" },
  admin_serious_demerit: { zh: "政务记大过", en: "Serious demerit" },
  admin_demotion: { zh: "政务降级", en: "Demotion" },
  admin_dismissal: { zh: "政务撤职", en: "Dismissal from office" },
  admin_discharge: { zh: "政务开除", en: "Discharge" },
};

export const CASE_EVENT_KINDS = [
  "opened",
  "moved",
  "assigned",
  "handed_over",
  "units_added",
  "orders_added",
  "findings_added",
  "check_added",
  "measure_added",
  "measure_changed",
  "measure_reported",
  "person_added",
  "system_added",
  "paper_added",
  "paper_answered",
  "paper_withdrawn",
  "approval_asked",
  "approval_granted",
  "approval_denied",
  "commented",
  "attached",
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];

export const CASE_EVENT_TEXTS: Readonly<Record<CaseEventKind, Text>> = {
  opened: { zh: "开立案件", en: "opened the case" },
  moved: { zh: "办理阶段变更", en: "moved the case on" },
  assigned: { zh: "指派承办人", en: "assigned the case" },
  handed_over: { zh: "移交承办人", en: "handed the case over" },
  units_added: { zh: "关联单位", en: "added units" },
  orders_added: { zh: "关联工单", en: "added orders" },
  findings_added: { zh: "并入预警", en: "added findings" },
  check_added: { zh: "登记核查", en: "recorded a check" },
  measure_added: { zh: "登记整改事项", en: "asked for a measure" },
  measure_changed: { zh: "更新整改事项", en: "changed a measure" },
  measure_reported: { zh: "单位反馈整改情况", en: "reported on a measure" },
  person_added: { zh: "登记处理人员", en: "recorded a person dealt with" },
  system_added: { zh: "登记完善制度", en: "recorded a system improved" },
  paper_added: { zh: "登记发出文书", en: "recorded a paper sent" },
  paper_answered: { zh: "登记文书回复", en: "recorded a reply" },
  paper_withdrawn: { zh: "撤回文书", en: "withdrew a paper" },
  approval_asked: { zh: "提请审批", en: "asked for approval" },
  approval_granted: { zh: "审批同意", en: "approved" },
  approval_denied: { zh: "审批不同意", en: "denied" },
  commented: { zh: "备注", en: "commented" },
  attached: { zh: "上传附件", en: "attached a file" },
};

/** A unit that the case is about. */
export const CaseUnitSchema = z.object({ code: z.string(), name: z.string() });
