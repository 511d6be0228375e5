/** Codes of papers. */
export const PAPER_ERRORS = {
  "paper.not_found": {
    status: 404,
    zh: "没有这份文书，或不在您的数据范围内，请从文书登记簿中选择。",
    en: "There is no such paper, or it is not in your scope. Choose one from the register.",
  },
  "paper.receipt_not_found": {
    status: 404,
    zh: "这份文书没有送达该单位，或不属于您的单位，请刷新后重试。",
    en: "The paper was not served to that unit, or it is not yours. Load the page again.",
  },
  "paper.changed": {
    status: 409,
    zh: "其他人刚刚更新了这份文书，本次没有写入，请刷新后按最新情况办理。",
    en: "Somebody changed the paper meanwhile; nothing was written. Load it again and act on what it says now.",
  },
  "paper.not_draft": {
    status: 409,
    zh: "文书已送签或已印发，不能直接修改；送签后的请先撤回修改，印发后的请起草更正。",
    en: "The paper is no draft any more. Take it back first; where it was issued, draft a correction.",
  },
  "paper.transition_not_allowed": {
    status: 409,
    zh: "文书当前状态不能这样办理，请按页面上的可办事项操作。",
    en: "The paper cannot go that way from where it stands. Choose one of the actions that it shows.",
  },
  "paper.post_not_allowed": {
    status: 409,
    zh: "您的岗位不能办理这一步，请交由有权办理的岗位。",
    en: "Your post does not take this step. Have somebody do it whose post does.",
  },
  "paper.reason_required": {
    status: 422,
    zh: "请填写理由，理由将留存在文书记录中。",
    en: "Give a reason; it is kept with the paper.",
  },
  "paper.guarded": {
    status: 409,
    zh: "这份文书暂不能这样办理，请按说明逐项处理。",
    en: "Something stands in the way. Do what is listed first.",
  },
  "paper.recipient_outside": {
    status: 422,
    zh: "主送单位须是案件涉及的单位，请先在案件中关联该单位。",
    en: "A paper goes to units that the case names. Add the unit to the case first.",
  },
  "paper.text_fixed": {
    status: 422,
    zh: "文种、编号、成文日期和印发日期由系统确定，不能在文稿中修改。",
    en: "Kind, number and dates are given by the house and cannot be changed in the text.",
  },
  "paper.no_text": {
    status: 409,
    zh: "这份文书在系统外制发，只有登记信息，没有文稿。",
    en: "This paper was written outside; only its record is here.",
  },
  "paper.correction_unusable": {
    status: 409,
    zh: "只能更正同一案件中已印发且未撤回、未更正的文书，请刷新后重新选择。",
    en: "Only a paper of the same case that is out and in force can be corrected. Load the page again.",
  },
  "paper.reply_date": {
    status: 422,
    zh: "回复日期须在印发之日与今日之间，请更正。",
    en: "The day of the reply lies between the day of issue and today. Correct it.",
  },
  "paper.no_pdf": {
    status: 409,
    zh: "服务器没有安装 LibreOffice，或转换超时，不能生成 PDF，请下载 Word 文件或打印样式。",
    en: "LibreOffice is not there, or did not finish in time, so that no PDF can be made. Download the Word file or the print view.",
  },
  "paper.template_changed": {
    status: 409,
    zh: "模板刚刚有更新，本次没有写入，请刷新后重试。",
    en: "The wording was changed meanwhile; nothing was written. Load it again.",
  },
  "paper.template_unusable": {
    status: 422,
    zh: "模板内容有误，请按说明更正。",
    en: "The wording cannot be used. Correct what is listed.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
