import type { Instant } from "@tianyan/core";
import { instant, RULE_TEXTS } from "@tianyan/core";
import { dateAt, dateText, type IsoDate, shortDateText } from "../paper/dates";
import type { OrderKey } from "../paper/paper";
import type { CaseFactsForPaper, OrderForPaper } from "./case-facts";
import { asWritten } from "./evidence";
import type { Fact, FactTable } from "./fact";

/** Working days within which an answer is asked for, and the last date of them. */
export type Reply = { readonly workingDays: number; readonly by: IsoDate } | null;

export const orderId = ({ source, orderId: id }: OrderKey): string => `order[${source}/${id}]`;
export const unitId = (code: string): string => `unit[${code}]`;

/** Units beside centres: those who were given orders. */
export const bureaus = (facts: CaseFactsForPaper): CaseFactsForPaper["units"] =>
  facts.units.filter(({ centre }) => !centre);

/** Everything that a paper about this case may state, by name. */
export function factTable(facts: CaseFactsForPaper, reply: Reply): FactTable {
  const table = new Map<string, Fact>();
  const everything = facts.orders.map(({ source, orderId: id }) => ({ source, orderId: id }));
  const put = (fact: Fact): void => void table.set(fact.id, fact);
  const text = (id: string, words: string, orders: readonly OrderKey[] = everything): void =>
    put({ id, forms: [words], orders });
  const date = (id: string, day: IsoDate, orders: readonly OrderKey[] = everything): void =>
    put({ id, forms: [dateText(day), shortDateText(day)], orders, date: day });
  const count = (id: string, value: number, measures: readonly [string, ...string[]], orders = everything): void => {
    const [first, ...others] = measures;
    put({
      id,
      forms: [`${value}${first}`, ...others.map((measure) => `${value}${measure}`)],
      orders,
      figure: { value, measures },
    });
  };
  const on = (at: Instant): IsoDate => dateAt(at, facts.zone);

  if (facts.caseNumber) text("case.number", facts.caseNumber);
  if (facts.period) {
    date("period.from", facts.period.from);
    date("period.to", facts.period.to);
  }
  if (reply) {
    count("reply.days", reply.workingDays, ["个工作日"], []);
    date("reply.by", reply.by, []);
  }
  const returns = facts.orders.flatMap((order) => order.returns);
  count("orders.count", facts.orders.length, ["件", "起"]);
  const open = facts.orders.filter(({ doneAt }) => doneAt === null);
  count("orders.open", open.length, ["件", "起"], open.map(key));
  const done = facts.orders.filter(({ doneAt }) => doneAt !== null);
  count("orders.done", done.length, ["件", "起"], done.map(key));
  count("units.count", bureaus(facts).length, ["个", "家"]);
  count("returns.count", returns.length, ["次"]);
  count("returns.rejected", returns.filter(({ answer }) => answer === "rejected").length, ["次"]);
  count("returns.approved", returns.filter(({ answer }) => answer === "approved").length, ["次"]);
  count("measures.count", facts.measures.length, ["项", "个"], []);
  count("systems.count", facts.systems.length, ["项", "个"], []);
  count("people.count", facts.people.length, ["人", "名"], []);
  for (const form of [1, 2, 3, 4] as const)
    count(`people.form${form}`, facts.people.filter((person) => person.form === form).length, ["人"], []);

  for (const unit of facts.units) {
    put({ id: `${unitId(unit.code)}.name`, forms: [unit.name, ...unit.aliases], orders: everything });
    const own = facts.orders.filter((order) => order.returns.some((one) => one.unit === unit.code));
    count(`${unitId(unit.code)}.returns`, returns.filter((one) => one.unit === unit.code).length, ["次"], own.map(key));
  }
  for (const order of facts.orders) orderFacts(order, { text, date, count, on });
  facts.findings.forEach((finding, index) => {
    text(`finding[${index}].name`, RULE_TEXTS[finding.rule].name.zh, [key(finding)]);
    text(`finding[${index}].evidence`, asWritten(finding, facts), [key(finding)]);
  });
  facts.measures.forEach((measure, index) => {
    text(`measure[${index}].problem`, sentence(measure.problem), []);
    text(`measure[${index}].measure`, sentence(measure.measure), []);
    date(`measure[${index}].due`, measure.dueOn, []);
  });
  facts.systems.forEach((system, index) => {
    text(`system[${index}].document`, system.document, []);
    text(`system[${index}].after`, sentence(system.after), []);
  });
  facts.people.forEach((person, index) => {
    text(`person[${index}].name`, person.name, []);
    text(`person[${index}].post`, person.post, []);
  });
  return table;
}

/** Without the full stop at its end: the template says what follows. */
const sentence = (words: string): string => words.trim().replace(/[。；;.]{1,20}$/, "");

const key = ({ source, orderId: id }: OrderKey): OrderKey => ({ source, orderId: id });

interface Making {
  text(id: string, words: string, orders: readonly OrderKey[]): void;
  date(id: string, day: IsoDate, orders: readonly OrderKey[]): void;
  count(id: string, value: number, measures: readonly [string, ...string[]], orders: OrderKey[]): void;
  on(at: Instant): IsoDate;
}

function orderFacts(order: OrderForPaper, { text, date, count, on }: Making): void {
  const id = orderId(order);
  const from = [key(order)];
  text(`${id}.number`, order.orderId, from);
  if (order.title) text(`${id}.title`, order.title, from);
  date(`${id}.accepted`, on(order.acceptedAt), from);
  if (order.doneAt) date(`${id}.done`, on(order.doneAt), from);
  // Due at 24:00 of a date is the first instant of the next.
  if (order.dueAt) date(`${id}.due`, on(instant(order.dueAt - 1)), from);
  if (order.firstContactAt) date(`${id}.contacted`, on(order.firstContactAt), from);
  count(`${id}.days`, order.workingDays, ["个工作日"], from);
  count(`${id}.days_to_contact`, order.workingDaysToContact, ["个工作日"], from);
  count(`${id}.hand_offs`, order.counts.handOffs, ["次"], from);
  count(`${id}.urged`, order.counts.urged, ["次"], from);
  count(`${id}.extensions`, order.counts.extensions, ["次"], from);
  count(`${id}.reopened`, order.counts.reopened, ["次"], from);
  count(`${id}.returns`, order.returns.length, ["次"], from);
  count(`${id}.returns.unverified`, order.returns.filter(({ unverified }) => unverified).length, ["次"], from);
  for (const answer of ["approved", "rejected"] as const)
    count(`${id}.returns.${answer}`, order.returns.filter((one) => one.answer === answer).length, ["次"], from);
  for (const unit of new Set(order.returns.map((one) => one.unit)))
    count(`${id}.returns[${unit}]`, order.returns.filter((one) => one.unit === unit).length, ["次"], from);
  order.returns.forEach((one, index) => {
    date(`${id}.return[${index}].on`, on(one.at), from);
    if (one.reason) text(`${id}.return[${index}].reason`, one.reason, from);
  });
  order.legs.forEach((leg, index) => {
    date(`${id}.leg[${index}].from`, on(leg.from), from);
    if (leg.to) date(`${id}.leg[${index}].to`, on(leg.to), from);
    count(`${id}.leg[${index}].days`, leg.workingDays, ["个工作日"], from);
  });
  order.pools.forEach((stay, index) => {
    date(`${id}.pool[${index}].from`, on(stay.from), from);
    if (stay.to) date(`${id}.pool[${index}].to`, on(stay.to), from);
    count(`${id}.pool[${index}].days`, stay.workingDays, ["个工作日"], from);
  });
}
