/** Codes of what other systems follow. */
export const FOLLOW_ERRORS = {
  "feed.gone": {
    status: 410,
    zh: "所问位置之前的变化已不保留，请先重新获取案件和预警全量，再从最新位置继续跟进。",
    en: "Changes before that place are not kept any more. List cases and findings again, then follow from the newest place.",
  },
  "webhook.not_found": {
    status: 404,
    zh: "没有这个推送目标，或已删除，请刷新列表。",
    en: "There is no such webhook, or it was ended. Load the list again.",
  },
  "webhook.address": {
    status: 422,
    zh: "推送地址须为 http 或 https 地址，且不含用户名和密码，请更正。",
    en: "The address has to be http or https, without user name and password. Correct it.",
  },
  "webhook.host_not_allowed": {
    status: 422,
    zh: "推送地址的主机不在允许名单内，请由服务器运维人员加入环境变量 WEBHOOK_HOSTS 后重试。",
    en: "The host of the address is not on the list of those allowed. Whoever runs the server adds it to WEBHOOK_HOSTS.",
  },
  "delivery.not_found": {
    status: 404,
    zh: "没有这条推送记录，或已超过保留期，请刷新列表。",
    en: "There is no such delivery, or it is not kept any more. Load the list again.",
  },
  "delivery.not_possible": {
    status: 409,
    zh: "推送目标已停发或已删除，不能重新推送，请先启用推送目标。",
    en: "The webhook is switched off or was ended: it cannot be told. Switch it on first.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
