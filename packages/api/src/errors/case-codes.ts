/** Codes of supervision cases and of the rectification ledger. */
export const CASE_ERRORS = {
  "case.not_found": {
    status: 404,
    zh: "没有这个案件，或不在您的数据范围内，请从案件列表中选择。",
    en: "There is no such case, or it is not in your scope. Choose one from the list.",
  },
  "case.entry_not_found": {
    status: 404,
    zh: "案件中没有这一项，可能已变更，请刷新后重试。",
    en: "The case has no such entry; it may have changed. Load the page again.",
  },
  "case.changed": {
    status: 409,
    zh: "该案件刚被他人更新，本次操作未生效，请刷新后按最新情况办理。",
    en: "Somebody changed the case meanwhile; nothing was written. Load it again and act on what it says now.",
  },
  "case.transition_not_allowed": {
    status: 409,
    zh: "案件当前阶段不能这样办理，请按阶段条上的可办事项操作。",
    en: "The case cannot go that way from where it stands. Choose one of the actions of its stage.",
  },
  "case.guarded": {
    status: 409,
    zh: "还有未办完的事项，暂不能进入下一阶段，请按说明逐项办理。",
    en: "Something is still to be done before the case can move on. Do what is listed first.",
  },
  "case.ended": {
    status: 409,
    zh: "案件已办结，不再变更；确需补充的，请先重新办理。",
    en: "The case has ended and is not changed any more. Reopen it first.",
  },
  "case.post_not_allowed": {
    status: 409,
    zh: "您的岗位不能办理这一步，请移交有权办理的岗位。",
    en: "Your post does not take this step. Hand the case to somebody whose post does.",
  },
  "case.reason_required": {
    status: 422,
    zh: "请填写理由，理由将留存在案件记录中。",
    en: "Give a reason; it is kept with the case.",
  },
  "case.nothing_new": {
    status: 409,
    zh: "所选内容已在案件中，没有需要添加的。",
    en: "The case has all of it already; there is nothing to add.",
  },
  "case.order_not_found": {
    status: 404,
    zh: "其中有工单不存在或不在您的数据范围内，均未保存，请重新选择。",
    en: "One of the orders does not exist or is not in your scope; nothing was written. Choose again.",
  },
  "case.finding_not_found": {
    status: 404,
    zh: "其中有预警已不存在或不在您的数据范围内，均未保存，请刷新后重选。",
    en: "One of the findings is no more, or is not in your scope; nothing was written. Choose again.",
  },
  "case.finding_taken": {
    status: 409,
    zh: "其中有预警已并入其他案件，均未保存，请刷新后重选。",
    en: "One of the findings is in another case already; nothing was written. Load the list again and choose anew.",
  },
  "case.unit_unknown": {
    status: 422,
    zh: "单位不在单位名录中，请从名录选择或先登记。",
    en: "The unit is not on the list of units. Choose one that is, or register it first.",
  },
  "case.out_of_scope": {
    status: 422,
    zh: "案件须至少涉及您数据范围内的一个单位或工单，请补充。",
    en: "The case must concern a unit or an order of your scope. Name one.",
  },
  "case.recused": {
    status: 409,
    zh: "案件涉及当事人本人所在单位，按回避规定不能由其办理，请换其他人员。",
    en: "The case concerns that person's own unit, from which they are recused. Choose somebody else.",
  },
  "case.assignee_unusable": {
    status: 422,
    zh: "该人员不是在任的监督员或联络员，或已是承办人，请另选。",
    en: "That person is not an inspector or liaison officer in office, or has the case already. Choose another.",
  },
  "case.mention_unknown": {
    status: 422,
    zh: "提醒的同事不存在或已离任，请从列表中选择。",
    en: "A colleague mentioned does not exist or left office. Choose from the list.",
  },
  "case.approval_asked": {
    status: 409,
    zh: "这一事项已提请审批，请等待审批结果。",
    en: "A leader was asked for this already. Wait for the answer.",
  },
  "case.approval_decided": {
    status: 409,
    zh: "这次审批已有结论或已失效，请刷新后查看。",
    en: "This was decided already, or counts no more. Load the case again.",
  },
  "case.own_approval": {
    status: 409,
    zh: "不能审批本人提请的事项，请由其他领导审批。",
    en: "Nobody approves what they asked for themselves. Another leader has to decide.",
  },
  "case.paper_answered": {
    status: 409,
    zh: "这份文书已登记回复，请刷新后查看。",
    en: "A reply to this paper is on record already. Load the case again.",
  },
  "measure.not_found": {
    status: 404,
    zh: "没有这项整改，或不属于您的单位，请从台账中选择。",
    en: "There is no such measure, or it is not your unit's. Choose one from the ledger.",
  },
  "measure.changed": {
    status: 409,
    zh: "该整改事项刚被他人更新，本次操作未生效，请刷新后按最新情况办理。",
    en: "The measure was changed meanwhile; nothing was written. Load it again.",
  },
  "measure.not_allowed": {
    status: 409,
    zh: "这项整改目前的状态不能这样办理：待反馈的由单位反馈，已反馈的由联络员核验，核验通过的再回头看。",
    en: "The measure is not at that point: the unit reports, then the report is checked, then somebody looks again.",
  },
  "attachment.type": {
    status: 422,
    zh: "只接受 PDF、PNG、JPEG、Word、Excel 和纯文本文件，请转换格式后上传。",
    en: "Only PDF, PNG, JPEG, Word, Excel and plain text are taken. Convert the file first.",
  },
  "attachment.empty": {
    status: 422,
    zh: "文件内容为空，请重新选择。",
    en: "The file is empty. Choose another.",
  },
  "attachment.too_large": {
    status: 413,
    zh: "附件超过 20 MB，请压缩或拆分后上传。",
    en: "The attachment is larger than 20 MB. Make it smaller, or split it.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
