/** Codes of own conditions, watch rules and digests. */
export const QUERY_ERRORS = {
  "query.too_slow": {
    status: 422,
    zh: "按这些条件查询用时过长，已停止。请再加上来源、时间或类别等条件缩小范围。",
    en: "These conditions took too long and were given up. Narrow them, by source, time or category.",
  },
  "watch_rule.not_found": {
    status: 404,
    zh: "没有这条关注规则，或不是您建立的，请刷新后重试。",
    en: "There is no such watch rule, or it is not yours. Load the list again.",
  },
  "watch_rule.name_taken": {
    status: 409,
    zh: "您已有同名的关注规则，请换一个名称或更改原规则。",
    en: "You have a watch rule of that name. Choose another, or change that one.",
  },
  "watch_rule.too_many": {
    status: 409,
    zh: "每人最多建立 20 条关注规则，请先删除不用的规则。",
    en: "A person has at most 20 watch rules. Remove one that is not used.",
  },
  "watch_rule.too_broad": {
    status: 422,
    zh: "命中的工单超过 5000 件，不便逐日关注。请增加条件缩小范围，或另存为视图。",
    en: "More than 5,000 orders match: too many to be watched day by day. Add conditions, or save it as a view.",
  },
  "digest.not_found": {
    status: 404,
    zh: "没有这一天的摘要，请从摘要列表中选择。",
    en: "There is no digest of that day. Choose one from the list.",
  },
  "digest.no_mail": {
    status: 422,
    zh: "本系统尚未配置邮件服务，摘要可在系统内查看；如需邮件，请联系系统管理员。",
    en: "Mail is not set up here; digests are read in the product. Ask the system administrator for mail.",
  },
  "digest.address_missing": {
    status: 422,
    zh: "请填写接收摘要的邮箱地址。",
    en: "Say which address the digest is to be mailed to.",
  },
  "digest.address_outside": {
    status: 422,
    zh: "摘要只能发往本单位允许的邮箱，请改用工作邮箱。",
    en: "Digests are mailed only to the domains allowed here. Use your address at work.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
