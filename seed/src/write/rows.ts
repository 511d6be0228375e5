import type { UnitRow } from "@tianyan/core";
import { localStamp } from "../clock";
import type { Step } from "../conduct/chronicle";
import { recognisedLater } from "../conduct/history";
import { CHIEF, shortName, unitRow } from "../county/units";
import type { OrderDraft } from "../intake/draft";
import { csvLine } from "./csv";

export const ORDER_HEADER = csvLine(
  "order_id,source,title,content,category,order_type,urgency,sla_class,district,channel,line,citizen_key,location,demand_class,caller_name,phone,id_number,address".split(
    ",",
  ),
);
export const EVENT_HEADER = csvLine(
  "order_id,event_id,at,kind,unit,to_unit,reason_code,text,operator,result,due_at".split(","),
);
export const UNIT_HEADER = csvLine(["code", "name", "parent", "kind", "aliases"]);
export const COMPETENCE_HEADER = csvLine(["category", "unit"]);

const SOURCE = "12345";
/** One of so many people. */
const WITH_CALLER = 34;

export function orderRow(order: OrderDraft): string {
  return csvLine([
    order.id,
    SOURCE,
    order.title,
    order.content,
    order.category,
    order.type,
    order.urgency,
    order.slaClass,
    order.town.name,
    order.channel,
    order.matter.line,
    order.citizen.key,
    order.location,
    recognisedLater(order) ? "normal" : order.demandClass,
    ...callerCells(order.citizen),
  ]);
}

/** A few people have no masked numbers in their rows but whole ones, which nobody has: no such prefix, no such province. */
function callerCells({ key, name, town }: OrderDraft["citizen"]): readonly string[] {
  const number = Number(key.slice(1));
  if (number % WITH_CALLER !== 0) return ["", "", "", ""];
  const digits = String(number).padStart(8, "0");
  const id = `990000${1950 + (number % 50)}0101${digits.slice(-4)}`;
  return [name, `140${digits}`, id, `${town.name}样例路${(number % 200) + 1}号`];
}

/** The export writes the chief centre short, the others in full, and some clerks write them short, too. */
function unitWord(code: string, odd: boolean): string {
  if (code === "") return "";
  return code === CHIEF || odd ? shortName(code) : unitRow(code).name;
}

/** `number` is the place of the event in its order, from 1. */
export function eventRow(orderId: string, number: number, step: Step): string {
  const odd = (step.at / 1000) % 37 === 0;
  return csvLine([
    orderId,
    `${orderId}-${String(number).padStart(2, "0")}`,
    localStamp(step.at),
    step.kind,
    unitWord(step.unit, odd),
    unitWord(step.toUnit, odd),
    step.reasonCode,
    step.text,
    step.operator,
    step.result,
    step.dueAt === null ? "" : localStamp(step.dueAt),
  ]);
}

export const unitLine = (row: UnitRow): string =>
  csvLine([row.code, row.name, row.parent, row.kind, row.aliases.join("|")]);
