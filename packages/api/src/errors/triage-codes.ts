/** Codes of what is decided about findings, of explanations, and of saved views. */
export const TRIAGE_ERRORS = {
  "triage.changed": {
    status: 409,
    zh: "其中有预警刚被他人处理，本次操作未生效，请刷新后按最新情况处理。",
    en: "Somebody decided about one of these findings meanwhile; nothing was written. Load the list again and decide anew.",
  },
  "triage.finding_not_found": {
    status: 404,
    zh: "其中有预警已不存在或不在您的数据范围内，均未处理，请刷新后重试。",
    en: "One of these findings is no more, or is not in your scope; nothing was written. Load the list again.",
  },
  "triage.until_passed": {
    status: 422,
    zh: "观察期限已过，或预警已达到所选等级，请改选更晚的时间或更高的等级。",
    en: "That time has passed, or the level is reached already. Choose a later time or a higher level.",
  },
  "triage.act_not_found": {
    status: 404,
    zh: "没有这次处理记录，或已经撤回，请刷新后重试。",
    en: "There is no such act, or it was taken back. Load the list again.",
  },
  "triage.act_reused": {
    status: 409,
    zh: "这个处理编号已用于另一次处理，本次操作未生效，请刷新后重试。",
    en: "The id of this act was used for another; nothing was written. Load the list again.",
  },
  "explanation.not_found": {
    status: 404,
    zh: "没有这份说明或申诉，或不在您的数据范围内，请刷新列表。",
    en: "There is no such explanation, or it is not in your scope. Load the list again.",
  },
  "explanation.open": {
    status: 409,
    zh: "本单位对这条预警的说明尚待答复，答复后可再提出申诉。",
    en: "An explanation of your unit to this finding waits for its answer. Appeal after it.",
  },
  "explanation.answered": {
    status: 409,
    zh: "这份说明或申诉已有答复，请刷新后查看。",
    en: "This explanation was answered already. Load the list again.",
  },
  "explanation.not_accepted": {
    status: 409,
    zh: "这份说明或申诉没有被采纳，或采纳已经撤回，请刷新后查看。",
    en: "This explanation is not accepted, or that was taken back already. Load the list again.",
  },
  "view.not_found": {
    status: 404,
    zh: "没有这个视图，或不是您保存的，请刷新后重试。",
    en: "There is no such view, or it is not yours. Load the list again.",
  },
  "view.name_taken": {
    status: 409,
    zh: "您已有同名视图，请换一个名称或更改原视图。",
    en: "You have a view of that name. Choose another, or change that view.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
