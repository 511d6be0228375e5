import { type EventKind, isEventKind, readKind } from "@tianyan/core";
import type { OrderState } from "../rows/row";

/** Words by which exports name how an order stands. */
const STATE_WORDS: Readonly<Record<OrderState, string>> = {
  pooled: "待受理 待派单 待派发 待分派 待分办 待转派 未派单 待审核 已受理待派单 退单待审核 待交办",
  queued: "待签收 待接单 待接收 未签收 已派单 已派发 待办理 待处理 待办 派单 已转办 已交办 已下派",
  working: "办理中 处理中 在办 正在办理 已签收 已接单 承办中 处置中 办理 进行中 正在处理 重办中 二次办理中 延期办理中",
  waiting: "挂起 已挂起 暂停 中止 等待 待补充 待群众反馈 暂缓办理 延期审批中",
  completed:
    "已办结 办结 已办理 已处理 处理完成 已完成 完成 办理完成 已答复 已反馈 待回访 待评价 待归档 已办结待回访 待结案",
  closed: "已归档 归档 已结案 结案 已关闭 关闭 办结归档 已回访 已评价 正常结束 结束",
  withdrawn: "已撤单 撤单 已撤销 撤销 作废 已作废 已取消 取消 无效工单",
};

const fold = (word: string): string => word.normalize("NFKC").replace(/[\s/、，,()\-—_·]+/g, "");

const STATES: ReadonlyMap<string, OrderState> = new Map(
  (Object.entries(STATE_WORDS) as [OrderState, string][]).flatMap(([state, words]) =>
    [state, ...words.split(" ")].map((word) => [word, state] as const),
  ),
);

export const readState = (word: string): OrderState | null => STATES.get(fold(word)) ?? null;

/** The longest piece of a word, of two characters or more, that is known; where several are equally long, the last. */
function byItsPart<T>(word: string, read: (part: string) => T | null): T | null {
  const text = fold(word);
  if (text.length > 20) return null;
  for (let length = text.length; length >= 2; length--) {
    for (let at = text.length - length; at >= 0; at--) {
      const found = read(text.slice(at, at + length));
      if (found !== null) return found;
    }
  }
  return null;
}

const kindOf = (word: string): EventKind | null => (isEventKind(word) ? word : readKind(word));

/** A kind for a word that is not known, by a part of it that is: 街道二次派单. */
export const suggestKind = (word: string): EventKind | null => byItsPart(word, kindOf);

export const suggestState = (word: string): OrderState | null => byItsPart(word, readState);

export const readOutcome = kindOf;
