/** Why an event, or part of it, does not count as its source wrote it (domain.md: Event, Replay). */
export const FLAGS = {
  duplicate: { zh: "与先前一条记录相同，不计", en: "the same as an earlier record; ignored" },
  corrected: { zh: "已被同一编号的后一条记录更正，不计", en: "corrected by a later record of the same id; ignored" },
  implied_acceptance: {
    zh: "首条不是受理，视为此时受理",
    en: "the first record is no acceptance; one is implied here",
  },
  not_entitled: {
    zh: "工单由他单位承办，操作单位无权办理此项，不计",
    en: "another unit holds the order; this unit may not do this; ignored",
  },
  not_holder: {
    zh: "操作单位不是承办单位，照记",
    en: "done by a unit that does not hold the order; counted as stated",
  },
  accepted_again: { zh: "工单已受理，不计", en: "the order was accepted before; ignored" },
  no_target: { zh: "没有写明去向单位，不计", en: "no receiving unit is named; ignored" },
  same_holder: { zh: "工单本来就在该单位，不计", en: "that unit has the order already; ignored" },
  order_done: { zh: "工单已办结，不计", en: "the order is done; ignored" },
  order_in_pool: { zh: "工单没有承办单位，不计", en: "no unit holds the order; ignored" },
  not_suspended: { zh: "工单没有挂起，不计", en: "the order is not suspended; ignored" },
  already_suspended: { zh: "工单已经挂起，不计", en: "the order is suspended already; ignored" },
  implied_reopening: { zh: "办结后又派单，视为重办", en: "dispatched after completion; a reopening is implied" },
  reopened_while_open: { zh: "工单尚未办结，重办按转办处理", en: "reopened while open; treated as transferred" },
  verdict_repeated: {
    zh: "该申请已有答复，重复的审批不计入规则",
    en: "the request was answered before; this verdict counts for no rule",
  },
  due_before_event: {
    zh: "新期限早于操作时间，不予采用",
    en: "the new due instant lies before its own record; not used",
  },
  due_passed: { zh: "期限已过，不得再改", en: "the due instant has passed; it is not changed" },
  unknown_class: { zh: "认定结果无法识别，不计", en: "the class is not known; ignored" },
} as const;

export type FlagName = keyof typeof FLAGS;

export interface Flag {
  /** The event flagged, as in OrderEvent. */
  readonly ref: string;
  readonly flag: FlagName;
}
