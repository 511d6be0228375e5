import { AUDIT_ERRORS } from "./audit-codes";
import { CASE_ERRORS } from "./case-codes";
import { FOLLOW_ERRORS } from "./follow-codes";
import { PAPER_ERRORS } from "./paper-codes";
import { PEOPLE_ERRORS } from "./people-codes";
import { QUERY_ERRORS } from "./query-codes";
import { SIGN_ON_ERRORS } from "./sign-on-codes";
import { TRIAGE_ERRORS } from "./triage-codes";

/** Every code an answer can carry: its HTTP status and what to do, in both languages. */
export const ERRORS = {
  ...SIGN_ON_ERRORS,
  ...PEOPLE_ERRORS,
  ...FOLLOW_ERRORS,
  ...PAPER_ERRORS,
  "request.invalid": {
    status: 400,
    zh: "请求的参数不符合要求，请按“problems”所列逐项更正后重试。",
    en: "The request has parameters that cannot be used. Correct those listed under “problems” and try again.",
  },
  "request.cross_site": {
    status: 403,
    zh: "请求来自其他网站，已拒绝。请在本系统的页面上操作；经代理访问时，请系统管理员核对 PUBLIC_URL。",
    en: "The request came from another site and was refused. Use the pages of this system; behind a proxy, the administrator checks PUBLIC_URL.",
  },
  "request.too_large": {
    status: 413,
    zh: "请求内容超过大小上限，请减少内容后重试。",
    en: "The body of the request is larger than allowed. Send less.",
  },
  "request.too_slow": {
    status: 408,
    zh: "请求内容未在限定时间内传完，没有改动，请检查网络后重试。",
    en: "The body of the request did not arrive in time; nothing was changed. Check the network and try again.",
  },
  "request.too_often": {
    status: 429,
    zh: "操作过于频繁，请按 Retry-After 所示秒数后重试。",
    en: "That was too often. Try again after the seconds of Retry-After.",
  },
  "request.timed_out": {
    status: 503,
    zh: "查询用时过长，已停止等待，请缩小范围后重试。",
    en: "The answer took too long and was given up. Ask for less and try again.",
  },
  "request.busy": {
    status: 503,
    zh: "正有数据导入或他人在办理同一事项，本次操作未生效，请稍候片刻重试；正在进行的导入可在“数据”页查看进度。",
    en: "Rows are being imported, or somebody is changing the same thing: nothing was written. Try again in a moment; the data page shows how far an import is.",
  },
  "key.invalid": {
    status: 401,
    zh: "接口密钥不正确、已停用或已过期，请向数据管理员索取新的密钥。",
    en: "The key is wrong, ended or expired. Ask the data steward for a new one.",
  },
  "key.not_found": {
    status: 404,
    zh: "没有这个在用的接口密钥，请刷新列表后重试。",
    en: "There is no such key in force. Load the list again.",
  },
  "key.other_source": {
    status: 403,
    zh: "这个接口密钥不能推送该来源的数据，请核对 source 参数，或请数据管理员另建密钥。",
    en: "This key may not deliver rows of that source. Check the parameter source, or ask the data steward for another key.",
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
  "upload.too_large": {
    status: 413,
    zh: "文件超过大小上限，请分成几个文件（例如按月）后再上传，或请系统管理员调高上限。",
    en: "The file is larger than allowed. Split it (by month, for example), or ask the administrator to raise the limit.",
  },
  "upload.empty": {
    status: 400,
    zh: "文件是空的，请核对后重新上传。",
    en: "The file is empty. Check it and upload it again.",
  },
  "upload.not_found": {
    status: 404,
    zh: "上传的文件已不在（导入后或一天后清除），请重新上传。",
    en: "The uploaded file is no longer there (it goes after its import, or after a day). Upload it again.",
  },
  "source.out_of_scope": {
    status: 403,
    zh: "该来源不在您的数据范围内（导入文件还要求区域与单位不受限）。如确需处理，请安全管理员调整范围。",
    en: "This source is not in your scope (files also ask for one that no district or unit narrows). Ask the security administrator if you need it.",
  },
  "import.not_found": {
    status: 404,
    zh: "没有这次导入，请从导入记录中选择。",
    en: "There is no such import. Choose one from the history.",
  },
  "import.file_refused": {
    status: 422,
    zh: "文件无法使用，没有数据写入，请按说明处理后重新导入。",
    en: "A file cannot be used; nothing was written. Do as the explanation says and import again.",
  },
  "import.not_running": {
    status: 409,
    zh: "这次导入已经结束，不能再取消；如需撤回数据请用“撤销”。",
    en: "This import has ended and can no longer be cancelled. To take its data back, undo it.",
  },
  "import.cancelled": {
    status: 409,
    zh: "导入已取消，没有留下任何数据。",
    en: "The import was cancelled; nothing of it remains.",
  },
  "import.interrupted": {
    status: 409,
    zh: "系统在导入途中停止，没有留下任何数据，请重新导入。",
    en: "The system stopped during the import; nothing of it remains. Import again.",
  },
  "import.interrupted_in_folder": {
    status: 409,
    zh: "系统在导入途中停止，没有留下任何数据；文件仍在导入文件夹中，会自动重新导入，无需处理。",
    en: "The system stopped during the import; nothing of it remains. The file is still in the folder and is imported again by itself.",
  },
  "import.undo_interrupted": {
    status: 409,
    zh: "撤销途中系统停止，数据没有改动，这批数据仍然有效；需要撤回时请重新撤销。",
    en: "The system stopped while this import was being undone; nothing was changed, and its data still count. Undo it again if you need to.",
  },
  "import.nothing_to_undo": {
    status: 409,
    zh: "这次导入没有带来数据，或已经撤销，无需再撤销。",
    en: "This import brought nothing, or was undone already: there is nothing to undo.",
  },
  "import.without_account": {
    status: 409,
    zh: "这批数据由旧版本导入，当时没有留下撤销所需的记录，不能撤销。",
    en: "This import was made by an older version, which kept no account of it: it cannot be undone.",
  },
  "import.built_upon": {
    status: 409,
    zh: "之后的导入更正或重复了这批数据，请先撤销之后的导入。",
    en: "Later imports corrected or repeated rows of this one. Undo those first.",
  },
  "import.files_gone": {
    status: 409,
    zh: "这次导入的原文件未保存，无法生成可修改的工作簿，请按清单在原系统中更正后重新导出。",
    en: "The files of this import were not kept, so that no workbook can be made. Correct the rows in the source and export again.",
  },
  "profile.invalid": {
    status: 422,
    zh: "数据来源配置有误，请按说明更正。",
    en: "The source profile cannot be used. Correct it as explained.",
  },
  "profile.not_found": {
    status: 404,
    zh: "没有这个来源的已存配置，请核对来源代码。",
    en: "There is no saved profile of this source. Check its code.",
  },
  "ingest.too_large": {
    status: 413,
    zh: "一次发送的内容超过上限，请分批发送。",
    en: "The body is larger than allowed. Send it in parts.",
  },
  "ingest.busy": {
    status: 429,
    zh: "等待写入的请求过多，请按 Retry-After 所示秒数后重发，幂等键不变。",
    en: "Too many requests wait to be written. Send it again after the seconds of Retry-After, with the same key.",
  },
  "ingest.key_reused": {
    status: 409,
    zh: "这个幂等键已用于另一批内容，请为新内容换一个键。",
    en: "This idempotency key was used for another body. Take a new key for new content.",
  },
  "ingest.key_running": {
    status: 409,
    zh: "同一幂等键的请求正在处理，请稍后用原键重发以取得结果。",
    en: "A request with this key is under way. Send it again shortly, with the same key, for its answer.",
  },
  "unit.not_found": {
    status: 404,
    zh: "没有这个单位，请核对单位编码。",
    en: "There is no such unit. Check its code.",
  },
  "unit.exists": {
    status: 409,
    zh: "单位编码已被使用，请换一个编码或修改原有单位。",
    en: "The code is taken. Choose another, or change the unit that has it.",
  },
  "unit.word_taken": {
    status: 409,
    zh: "名称或别名已属于另一单位，请先从那个单位移除。",
    en: "A name or alias belongs to another unit. Take it away there first.",
  },
  "unit.parent_wrong": {
    status: 422,
    zh: "上级单位不存在，或会使单位成为自己的上级，请重新选择。",
    en: "The unit above does not exist, or would make the unit stand above itself. Choose another.",
  },
  "unit.in_use": {
    status: 409,
    zh: "单位还有下级、撤并或职责目录引用它，不能删除，请先处理引用。",
    en: "Units below it, mergers or the competence catalogue refer to it. Settle those first.",
  },
  "unit.not_provisional": {
    status: 409,
    zh: "单位已经确认过，可直接修改。",
    en: "The unit was confirmed already. Change it directly.",
  },
  "unit.merger_wrong": {
    status: 422,
    zh: "撤并去向不存在、是自身，或会绕成一圈，请重新选择。",
    en: "The unit to merge into does not exist, is the unit itself, or closes a circle. Choose another.",
  },
  "competence.unknown_row": {
    status: 404,
    zh: "职责目录中没有这一条，请刷新后重试。",
    en: "The catalogue has no such row. Load the page again.",
  },
  "holiday.not_found": {
    status: 404,
    zh: "这一天没有自定安排，无需删除。",
    en: "There is no entry of our own for that day.",
  },
  "registry.file_refused": {
    status: 422,
    zh: "文件无法使用，没有任何改动，请按说明处理后重新导入。",
    en: "The file cannot be used; nothing was changed. Do as the explanation says and import it again.",
  },
  "change.not_found": {
    status: 404,
    zh: "没有这次变更，请从变更记录中选择。",
    en: "There is no such change. Choose one from the list.",
  },
  "change.not_running": {
    status: 409,
    zh: "这次变更已经结束，不能再取消。",
    en: "This change has ended and can no longer be cancelled.",
  },
  "change.cancelled": {
    status: 409,
    zh: "变更已取消，没有任何改动。",
    en: "The change was cancelled; nothing was changed.",
  },
  "change.interrupted": {
    status: 409,
    zh: "系统在变更途中停止，没有任何改动，请重试。",
    en: "The system stopped during the change; nothing was changed. Try again.",
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
  "metrics.denied": {
    status: 401,
    zh: "指标只供本机或持有 METRICS_TOKEN 的监控系统读取。",
    en: "Metrics are for this machine, or for a monitor that has METRICS_TOKEN.",
  },
  ...AUDIT_ERRORS,
  ...CASE_ERRORS,
  ...QUERY_ERRORS,
  ...TRIAGE_ERRORS,
  "server.stopping": {
    status: 503,
    zh: "系统正在停止，请稍后重试。",
    en: "The system is stopping. Try again shortly.",
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
