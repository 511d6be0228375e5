import type { EventKind } from "./event";
import type { DemandClass } from "./order";

/** Words that exports use, first the one of domain.md. English codes are read as they are. */
const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  accepted: "受理 登记 登记受理 受理登记 已受理 来电登记 工单受理 工单登记 建单 创建 创建工单 新建",
  dispatched:
    "派单 转派 派发 派遣 下派 分派 派件 派送 交办 批转 派单转派 工单派发 工单派遣 一级派单 二级派单 重新派单 二次派单 已派单 下发",
  transferred: "转办 改派 转交 转单 移交 转送 改办 流转 转办改派 工单转办 已转办",
  assisted: "协办 双派 协同办理 会办 协办双派 协助办理",
  signed: "签收 接单 接收 已签收 工单签收 接件 签收工单 确认签收 已接单",
  return_requested: "退单申请 申请退单 退单 退回 退件 申请退回 退回申请 退单请求 申请退件 退件申请 工单退回 退办",
  return_approved:
    "同意退单 退单同意 退单通过 退单审核通过 准予退单 批准退单 同意退回 退回同意 退单审批通过 同意退件 退单成功 已退单 同意退单申请 退单申请同意 退单申请通过",
  return_rejected:
    "驳回退单 退单驳回 不同意退单 退单不通过 退单审核不通过 驳回 拒绝退单 退单拒绝 不予退单 退回驳回 驳回退回 驳回退件 退单失败 退单审批不通过 驳回退单申请 退单申请驳回 不同意退单申请",
  recalled: "收回 撤回 召回 回收 收回工单 撤回派单 工单收回",
  extension_requested: "延期申请 申请延期 延期 延时申请 申请延时 延期请求 提出延期",
  extension_approved:
    "延期同意 同意延期 延期批准 延期通过 批准延期 延期审核通过 延期申请同意 延时同意 同意延时 准予延期 延期审批通过 同意延期申请 延期申请通过",
  extension_rejected:
    "延期驳回 驳回延期 不同意延期 延期不通过 延期拒绝 拒绝延期 延期审核不通过 不予延期 延时驳回 驳回延时 延期审批不通过 延期不同意 驳回延期申请 延期申请驳回 不同意延期申请",
  suspended: "挂起 挂单 暂停 中止 工单挂起 申请挂起 暂缓 缓办",
  resumed: "解挂 取消挂起 恢复 解除挂起 恢复办理 工单解挂 挂起恢复",
  contacted: "联系群众 联系 电话联系 联系市民 联系来电人 联系诉求人 首次联系 已联系 先行联系 联系当事人 沟通联系",
  visited: "现场核实 现场查看 上门 现场走访 走访 现场勘查 实地核查 现场办理 实地查看 现场核查 上门核实 到现场",
  progressed:
    "阶段性办理 阶段性答复 阶段反馈 阶段性反馈 办理中 处理中 过程反馈 进展反馈 办理进展 阶段办理 进度反馈 办理过程",
  replied: "答复 回复 反馈 答复群众 回复市民 答复市民 办理答复 已答复 书面答复",
  completed: "办结 办理完成 办毕 处理完成 已办结 完成 申请办结 办结反馈 工单办结 完结 办理完毕",
  closed: "结案 归档 关闭 办结归档 结案归档 已归档 工单归档 工单结案 办件归档 审核结案",
  surveyed: "回访 满意度回访 电话回访 回访登记 已回访 短信回访 工单回访",
  rated: "评价 满意度评价 群众评价 评分 打分 市民评价 自助评价",
  urged: "催单 催办 群众催办 市民催单 催促 再次来电催办",
  supervised: "督办 督查 领导批示 挂牌督办 重点督办 督导 发起督办",
  noted: "备注 批注 补充信息 补充说明 补充 附注 添加备注 留言",
  classified: "认定 诉求认定 分类认定 合规认定 不合规认定 诉求分类",
  reopened: "重办 重新办理 二次办理 返办 重启 重新交办 退回重办 发回重办 重开",
  withdrawn: "撤单 撤诉 撤销 来电人撤单 撤销工单 群众撤单 市民撤单 撤案 作废",
};

const RESULT_WORDS: Readonly<Record<string, string>> = {
  satisfied: "满意 非常满意 很满意 比较满意 好评 已解决且满意",
  basically_satisfied: "基本满意 一般 较满意 尚可",
  dissatisfied: "不满意 非常不满意 很不满意 差评 不太满意",
  unresolved: "未解决 没有解决 未办理 未处理 问题未解决 没解决",
  unreached: "未联系上 未接通 无人接听 联系不上 未接听 拒接 关机 停机 空号 未联系到 无法接通 无法联系",
};

const CLASS_WORDS: Readonly<Record<DemandClass, string>> = {
  normal: "正常 合规 合理 合理诉求 正常诉求 合规诉求 一般诉求",
  out_of_scope: "不属于受理范围 超出受理范围 非受理范围 超范围 超出范围 不在受理范围 范围外",
  unlawful: "违法 不合法 违反法律法规 违法诉求 违法违规 不合法诉求",
  repeated: "重复 重复诉求 重复投诉 重复反映 重复来电",
  unreasonable: "不合理 不合理诉求 无理诉求 无理 过高诉求",
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  consult: "咨询 咨询类 业务咨询 政策咨询",
  help: "求助 求助类 诉求 求决",
  complaint: "投诉 投诉类 诉求投诉",
  report: "举报 举报类 投诉举报",
  suggestion: "建议 意见 意见建议 建议类 表扬建议",
  other: "其他 其它 其他类 表扬",
};

const URGENCY_WORDS: Readonly<Record<string, string>> = {
  normal: "一般 普通 正常 常规 平件 普通件 一般件",
  urgent: "紧急 急 加急 紧急件 急件",
  emergency: "特急 突发 应急 特别紧急 特急件 十万火急",
};

/** Blanks, slashes and the like differ between exports; they never tell two words apart. */
const fold = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s/、，,()\-—_·]+/g, "");

function dictionary<T extends string>(words: Readonly<Record<T, string>>): Map<string, T> {
  const found = new Map<string, T>();
  for (const code of Object.keys(words) as T[]) {
    found.set(fold(code), code);
    for (const word of words[code].split(" ")) found.set(fold(word), code);
  }
  return found;
}

/** Looks a word up and remembers it: an export uses few different ones, in many rows. */
function reader<T extends string>(words: Readonly<Record<T, string>>): (word: string) => T | null {
  const known = dictionary(words);
  const seen = new Map<string, T | null>();
  return (word) => {
    let code = seen.get(word);
    if (code === undefined) {
      code = known.get(fold(word)) ?? null;
      if (seen.size < 10_000) seen.set(word, code);
    }
    return code;
  };
}

const kinds = reader(KIND_WORDS);
const results = reader(RESULT_WORDS);
const classes = reader(CLASS_WORDS);
const types = reader(TYPE_WORDS);
const urgencies = reader(URGENCY_WORDS);

/** The event kind that a word of an export names; null where none is known. */
export const readKind = (word: string): EventKind | null => kinds(word);

/** A survey result or a rating from 1 to 5, as its code or digit; null where the word is not known. */
export function readResult(word: string): string | null {
  const rating = /^([1-5])(?:\.0+)?\s*(?:分|星|★)?$/.exec(word.normalize("NFKC").trim());
  return rating ? (rating[1] as string) : results(word);
}

export const readDemandClass = (word: string): DemandClass | null => classes(word);

/** The order type, or the word itself where it is not known: the sla table of a source may name it. */
export const readOrderType = (word: string): string => types(word) ?? word;

/** The urgency, or the word itself where it is not known. */
export const readUrgency = (word: string): string => urgencies(word) ?? word;

/** Words by which the canonical tables name each kind, for lists to choose from. */
export const kindWord = (kind: EventKind): string => KIND_WORDS[kind].split(" ")[0] as string;

export const demandClassWord = (demandClass: DemandClass): string => CLASS_WORDS[demandClass].split(" ")[0] as string;
