/** Every code an answer can carry: its HTTP status and what to do, in both languages. */
export const ERRORS = {
  "request.invalid": {
    status: 400,
    zh: "请求的参数不符合要求，请按“problems”所列逐项更正后重试。",
    en: "The request has parameters that cannot be used. Correct those listed under “problems” and try again.",
  },
  "cursor.invalid": {
    status: 400,
    zh: "翻页标记已失效，请从第一页重新查询。",
    en: "The page mark is no longer valid. Start again from the first page.",
  },
  "order.not_found": {
    status: 404,
    zh: "没有这张工单，请核对来源与工单编号。",
    en: "There is no such order. Check the source and the order number.",
  },
  "route.not_found": {
    status: 404,
    zh: "没有这个接口，可用接口见 /api/docs。",
    en: "There is no such resource. The available ones are listed at /api/docs.",
  },
  "database.unavailable": {
    status: 503,
    zh: "暂时连不上数据库，数据没有改动，请稍后重试；持续出现请联系系统管理员。",
    en: "The database cannot be reached; nothing was changed. Try again shortly, and call the administrator if it lasts.",
  },
  "server.starting": {
    status: 503,
    zh: "系统正在启动或载入数据，请稍候片刻再试。",
    en: "The system is starting or loading data. Try again in a moment.",
  },
  "web.not_built": {
    status: 503,
    zh: "网页尚未构建，请在项目目录运行 npm start。",
    en: "The web pages have not been built. Run npm start in the project folder.",
  },
  "server.failed": {
    status: 500,
    zh: "系统内部出错，没有数据被改动，请重试；再次出现时请把请求编号告知系统管理员。",
    en: "Something failed inside the system; nothing was changed. Try again, and if it recurs give the administrator the request id.",
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (word: string): word is ErrorCode => Object.hasOwn(ERRORS, word);
