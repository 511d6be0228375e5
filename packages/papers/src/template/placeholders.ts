import type { Bilingual } from "@tianyan/core";
import type { Repeat } from "./template";

/** What stands in braces in a template, and where: `within` a block that is repeated, or anywhere. */
export interface Placeholder extends Bilingual {
  readonly name: string;
  readonly within: Repeat | null;
}

const anywhere = (name: string, zh: string, en: string): Placeholder => ({ name, within: null, zh, en });
const within = (repeat: Repeat, name: string, zh: string, en: string): Placeholder => ({
  name: `${repeat}.${name}`,
  within: repeat,
  zh,
  en,
});

/** Everything that a template may ask for; the editor lists it. */
export const PLACEHOLDERS: readonly Placeholder[] = [
  anywhere(
    "subject",
    "事由：单件工单为“标题+问题”，多件为“N件群众诉求”",
    "What it is about: the order's title, or how many orders",
  ),
  anywhere("you", "对主送单位的称呼：你单位、你们", "How those addressed are called"),
  anywhere("units.named", "已确认问题所涉承办单位", "Units that confirmed findings name"),
  anywhere("units.list", "案件所涉全部承办单位", "All units of the case"),
  anywhere("case.number", "案件编号", "Number of the case"),
  anywhere("period.from", "统计起始日期", "First date of the period"),
  anywhere("period.to", "统计截止日期", "Last date of the period"),
  anywhere("reply.days", "回复时限（工作日）", "Working days to answer"),
  anywhere("reply.by", "回复截止日期", "Last date to answer"),
  anywhere("orders.count", "工单件数", "Number of orders"),
  anywhere("orders.open", "未办结工单件数", "Orders that are open"),
  anywhere("orders.done", "已办结工单件数", "Orders that are done"),
  anywhere("units.count", "承办单位个数", "Number of units"),
  anywhere("returns.count", "申请退单次数", "Returns asked for"),
  anywhere("returns.rejected", "退单被驳回次数", "Returns rejected"),
  anywhere("returns.approved", "退单获同意次数", "Returns approved"),
  anywhere("measures.count", "整改事项数", "Number of measures"),
  anywhere("systems.count", "建立健全制度项数", "Systems improved"),
  anywhere("people.count", "处理人数", "People dealt with"),
  anywhere("people.form1", "第一种形态处理人数", "People dealt with by the first form"),
  anywhere("people.form2", "第二种形态处理人数", "People dealt with by the second form"),
  anywhere("people.form3", "第三种形态处理人数", "People dealt with by the third form"),
  anywhere("people.form4", "第四种形态处理人数", "People dealt with by the fourth form"),
  within("order", "title", "工单标题", "Title of the order"),
  within("order", "number", "工单编号", "Number of the order"),
  within(
    "order",
    "story",
    "办理经过：受理、承办、退单、联系、办结",
    "What happened to the order, from acceptance to the end",
  ),
  within("problem", "name", "问题类型", "Name of the rule"),
  within("problem", "evidence", "问题事实", "Evidence of the finding"),
  within("measure", "unit", "责任单位", "Unit responsible"),
  within("measure", "problem", "存在问题", "Problem"),
  within("measure", "measure", "整改要求", "What is to be done"),
  within("measure", "due", "完成期限", "By when"),
  within("system", "unit", "建制单位", "Unit that made it"),
  within("system", "document", "制度文件", "Name of the document"),
  within("system", "after", "制度内容", "What holds now"),
];
