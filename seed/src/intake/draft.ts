import type { DemandClass } from "@tianyan/core";
import { compactDate } from "../clock";
import type { Town } from "../county/towns";
import { Random } from "../random";
import { fill } from "../words/fill";
import type { Matter, MatterGroup } from "../words/matter";
import { LARGE_GROUPS, OTHER_GROUPS } from "../words/matters";
import { CLOSINGS, CONSULT_CLOSINGS, DETAILS, OPENINGS } from "../words/phrases";
import type { Arrival } from "./arrivals";
import { type Citizen, drawCitizen } from "./citizen";
import { drawPlace } from "./place";
import { drawSlots, type Slots } from "./slots";

/** An order as it stands when the centre has taken the call, before anything was done about it. */
export interface OrderDraft {
  readonly id: string;
  readonly arrival: Arrival;
  readonly matter: Matter;
  readonly town: Town;
  readonly slots: Slots;
  readonly citizen: Citizen;
  readonly title: string;
  readonly content: string;
  readonly category: string;
  readonly type: string;
  readonly urgency: string;
  readonly slaClass: string;
  readonly channel: string;
  readonly location: string;
  /** What the demand is in truth; half of the non-compliant ones are only found to be so later. */
  readonly demandClass: DemandClass;
}

/** 53,000 of 3 million, as Linyi published. */
const NOT_COMPLIANT_SHARE = 0.0177;
const CHANNELS = [
  ["电话", 72],
  ["微信公众号", 11],
  ["手机APP", 8],
  ["网站", 5],
  ["短信", 1.4],
  ["县长信箱", 2],
  ["上级转办", 0.6],
] as const;

export function draftOrder(arrival: Arrival, seed: number, orders: number): OrderDraft {
  const random = new Random(seed, arrival.index);
  const [group, matter] = drawMatter(random, arrival.day.flood);
  const citizen = drawCitizen(random, seed, orders);
  const place = drawPlace(random, matter.place, citizen.town);
  const slots = drawSlots(random, place);
  const title = random.pick(matter.titles);
  const type = typeOf(title, matter, random);
  const demandClass = random.chance(NOT_COMPLIANT_SHARE)
    ? random.pick(["out_of_scope", "unlawful", "repeated", "unreasonable"] as const)
    : "normal";
  return {
    id: `YX${compactDate(arrival.day.date)}${String(arrival.number).padStart(4, "0")}`,
    arrival,
    matter,
    town: citizen.town,
    slots,
    citizen,
    title: fill(title, slots),
    content: contentOf(matter, type, slots, citizen, random),
    category: `${group.name}>${matter.path}`,
    type,
    urgency: urgencyOf(matter, type, random),
    slaClass: matter.onSite && type !== "consult" && random.chance(0.04) ? "complex" : "",
    channel: random.weighted(CHANNELS, ([, weight]) => weight)[0],
    location: citizen.town.name + place,
    demandClass,
  };
}

/** The large groups keep their published share in a flood week, too: only the matters within them shift. */
function drawMatter(random: Random, flood: boolean): readonly [MatterGroup, Matter] {
  const weight = (matter: Matter) => matter.share * (flood ? (matter.flood ?? 1) : 1);
  const groupWeight = (group: MatterGroup) =>
    (group.share * group.matters.reduce((sum, matter) => sum + weight(matter), 0)) /
    group.matters.reduce((sum, matter) => sum + matter.share, 0);
  const group = random.weighted(random.chance(0.8951) ? LARGE_GROUPS : OTHER_GROUPS, groupWeight);
  return [group, random.weighted(group.matters, weight)];
}

/** The words of the title decide where they can: who asks consults. */
function typeOf(title: string, matter: Matter, random: Random): string {
  if (title.startsWith("咨询")) return "consult";
  if (title.startsWith("举报")) return "report";
  if (title.startsWith("建议") || title.startsWith("对热线")) return "suggestion";
  if (random.chance(0.02)) return "other";
  if (matter.mood === "report") return random.chance(0.5) ? "report" : "complaint";
  if (matter.mood === "grievance") return random.chance(0.84) ? "complaint" : "help";
  return random.chance(0.78) ? "help" : "complaint";
}

function urgencyOf(matter: Matter, type: string, random: Random): string {
  if (type === "consult" || !random.chance(matter.urgent ?? 0.008)) return "normal";
  return random.chance(0.12) ? "emergency" : "urgent";
}

function contentOf(matter: Matter, type: string, slots: Slots, citizen: Citizen, random: Random): string {
  const asks = (text: string) => text.includes("咨询");
  const fitting = matter.problems.filter((text) => asks(text) === (type === "consult"));
  const problem = random.pick(fitting.length > 0 ? fitting : matter.problems);
  const want = random.pick(matter.wants);
  return [
    fill(random.pick(OPENINGS), { name: citizen.name, phone: citizen.phone }),
    fill(problem.startsWith("{place}") ? `${citizen.town.name}${problem}` : problem, slots),
    "。",
    type !== "consult" && random.chance(0.32) ? random.pick(DETAILS) : "",
    want,
    "，",
    random.pick(type === "consult" ? CONSULT_CLOSINGS : CLOSINGS),
  ].join("");
}
