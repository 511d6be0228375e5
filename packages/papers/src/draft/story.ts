import type { CaseFactsForPaper, OrderForPaper } from "../facts/case-facts";
import type { FactTable } from "../facts/fact";
import { orderId, unitId } from "../facts/table";
import type { Span } from "../paper/paper";
import { Writing } from "./write";

/** A pool stay shorter than this is the centre's ordinary work. */
const IDLE_WORKING_DAYS = 2;

/** What happened to one order, as an official tells it: when it came, who had it, who gave it back and why, when somebody acted. */
export function orderStory(order: OrderForPaper, facts: CaseFactsForPaper, table: FactTable): readonly Span[] {
  const writing = new Writing(table);
  const told: Telling = { order, writing, id: orderId(order), centre: centreOf(order, facts) };
  opening(told);
  course(told);
  returns(told);
  idle(told);
  contact(told);
  ending(told);
  return writing.spans;
}

interface Telling {
  readonly order: OrderForPaper;
  readonly writing: Writing;
  readonly id: string;
  readonly centre: string | null;
}

const centreOf = (order: OrderForPaper, facts: CaseFactsForPaper): string | null =>
  order.pools[0]?.centre ?? facts.units.find(({ centre }) => centre)?.code ?? null;

const name = (unit: string): string => `${unitId(unit)}.name`;

function opening({ order, writing, id, centre }: Telling): void {
  writing.fact(`${id}.accepted`).words("，");
  if (centre) writing.fact(name(centre));
  if (order.title) writing.words("受理群众反映“").fact(`${id}.title`).words("”的诉求");
  else writing.words("受理群众诉求");
  const [first] = order.legs;
  if (!first) {
    writing.words("。");
    return;
  }
  writing.words("，");
  if (writing.sameDay(`${id}.leg[0].from`, `${id}.accepted`)) writing.words("当日派");
  else
    writing
      .day(`${id}.leg[0].from`, `${id}.accepted`)
      .words((order.pools[0]?.workingDays ?? 0) >= IDLE_WORKING_DAYS ? "方派" : "派");
  writing.fact(name(first.unit)).words("办理。");
}

/** Who had the order one after another, where it was more than one. */
function course({ order, writing, id }: Telling): void {
  if (order.counts.handOffs < 1) return;
  writing.words("工单先后由").list([...order.legs.entries()], "、", ([index, leg]) => {
    writing.fact(name(leg.unit)).words("（").day(`${id}.leg[${index}].from`, `${id}.accepted`);
    if (!leg.to) writing.words("起");
    else if (!writing.sameDay(`${id}.leg[${index}].from`, `${id}.leg[${index}].to`))
      writing.words("至").day(`${id}.leg[${index}].to`, `${id}.accepted`);
    writing.words("）");
  });
  writing.words("承办，在单位之间流转").fact(`${id}.hand_offs`).words("。");
}

function returns({ order, writing, id }: Telling): void {
  const { returns: all } = order;
  if (all.length === 0) return;
  const units = [...new Set(all.map(({ unit }) => unit))];
  if (units.length > 1) writing.words("其间共申请退单").fact(`${id}.returns`).words("：");
  writing.list(units, "；", (unit) => {
    const own = [...all.entries()].filter(([, one]) => one.unit === unit);
    writing.fact(name(unit)).words(own.length > 1 ? "先后于" : "于");
    writing.list(own, "、", ([index]) => writing.day(`${id}.return[${index}].on`, `${id}.accepted`));
    if (own.length > 1) writing.fact(`${id}.returns[${unit}]`);
    writing.words("申请退单");
    const reasons = own.filter(
      ([, one], index) => one.reason && own.findIndex(([, other]) => other.reason === one.reason) === index,
    );
    if (reasons.length > 0) {
      writing.words(reasons.length > 1 ? "，理由先后为" : "，理由为");
      writing.list(reasons, "", ([index]) => writing.words("“").fact(`${id}.return[${index}].reason`).words("”"));
    }
  });
  answers(order, writing, id);
}

function answers({ returns: all }: OrderForPaper, writing: Writing, id: string): void {
  const approved = all.filter(({ answer }) => answer === "approved").length;
  const rejected = all.filter(({ answer }) => answer === "rejected").length;
  const every = all.length > 1 ? "均" : "";
  if (rejected === all.length) writing.words(`，${every}被驳回`);
  else if (approved === all.length) writing.words(`。上述退单${every}获同意`);
  else if (rejected + approved > 0) {
    writing.words("。其中");
    if (rejected > 0) writing.fact(`${id}.returns.rejected`).words("被驳回");
    if (rejected > 0 && approved > 0) writing.words("、");
    if (approved > 0) writing.fact(`${id}.returns.approved`).words("获同意");
  }
  const unverified = all.filter((one) => one.unverified).length;
  if (unverified === all.length) writing.words(`；退单前${every}未联系群众、未到现场核实。`);
  else if (unverified > 0)
    writing.words("；其中").fact(`${id}.returns.unverified`).words("退单前未联系群众、未到现场核实。");
  else writing.words("。");
}

/** What lay at a centre after it had been with a unit already. */
function idle({ order, writing, id }: Telling): void {
  const [first] = order.legs;
  order.pools.forEach((stay, index) => {
    if (!first || stay.from < first.from || stay.workingDays < IDLE_WORKING_DAYS) return;
    writing.day(`${id}.pool[${index}].from`, `${id}.accepted`);
    if (stay.to) writing.words("至").day(`${id}.pool[${index}].to`, `${id}.accepted`);
    else writing.words("起");
    writing.words("，工单滞留").fact(name(stay.centre)).fact(`${id}.pool[${index}].days`).words("，无单位承办。");
  });
}

function contact({ order, writing, id }: Telling): void {
  if (order.counts.extensions > 0) writing.words("办理期间，申请延期").fact(`${id}.extensions`).words("。");
  if (order.counts.urged > 0) writing.words("办理期间，群众催办").fact(`${id}.urged`).words("。");
  if (order.legs.length === 0 || order.workingDaysToContact < IDLE_WORKING_DAYS) return;
  if (order.firstContactAt === null)
    writing.words("首次派单后").fact(`${id}.days_to_contact`).words("，仍无单位联系群众或到现场核实。");
  else
    writing
      .words("至")
      .day(`${id}.contacted`, `${id}.accepted`)
      .words("，方有单位联系群众或到现场核实，距首次派单已")
      .fact(`${id}.days_to_contact`)
      .words("。");
}

function ending({ order, writing, id }: Telling): void {
  const { dueAt, doneAt } = order;
  if (order.counts.reopened > 0) writing.words("办结后又重办").fact(`${id}.reopened`).words("。");
  if (doneAt === null) writing.words("目前该诉求仍未办结");
  else writing.day(`${id}.done`, `${id}.accepted`).words("办结，历时").fact(`${id}.days`);
  if (dueAt !== null && doneAt === null) writing.words("，办理期限为").day(`${id}.due`, `${id}.accepted`);
  if (dueAt !== null && doneAt !== null && doneAt > dueAt)
    writing.words("，超过办理期限（").day(`${id}.due`, `${id}.accepted`).words("）");
  writing.words("。");
}
