import type { DemandClass } from "@tianyan/core";
import { compactDate } from "../clock";
import type { Town } from "../county/towns";
import { Random } from "../random";
import { fill } from "../words/fill";
import type { Matter, MatterGroup } from "../words/matter";
import { LARGE_GROUPS, OTHER_GROUPS } from "../words/matters";
import { CALL_OPENINGS, CLOSINGS, CONSULT_CLOSINGS, DETAILS, SITE_DETAILS, WRITTEN_OPENINGS } from "../words/phrases";
import type { Arrival } from "./arrivals";
import { type Citizen, drawCitizen } from "./citizen";
import { drawPlace } from "./place";
import { drawSlots, type Slots } from "./slots";
import { drawTopic, type Topic } from "./topic";

/** An order as it stands when the centre has taken the call, before anything was done about it. */
export interface OrderDraft {
  readonly id: string;
  readonly arrival: Arrival;
  readonly matter: Matter;
  readonly town: Town;
  readonly slots: Slots;
  readonly citizen: Citizen;
  readonly title: string;
  /** What a unit may answer when it has done its work. */
  readonly outcomes: readonly string[];
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

/** What all orders of one demo have in common. */
export interface Intake {
  readonly seed: number;
  readonly orders: number;
  /** Four digits in every order number that tell this demo from others, so that two can lie in one database. */
  readonly mark: string;
}

export function draftOrder(arrival: Arrival, { seed, orders, mark }: Intake): OrderDraft {
  const random = new Random(seed, arrival.index);
  const [group, matter] = drawMatter(random, arrival.day.flood);
  const citizen = drawCitizen(random, seed, orders);
  const place = drawPlace(random, matter.place, citizen.town);
  const slots = drawSlots(random, place, matter.shops);
  const topic = drawTopic(random, matter);
  const channel = random.weighted(CHANNELS, ([, weight]) => weight)[0];
  const demandClass = random.chance(NOT_COMPLIANT_SHARE)
    ? random.pick(["out_of_scope", "unlawful", "repeated", "unreasonable"] as const)
    : "normal";
  return {
    id: `YX${compactDate(arrival.day.date)}${mark}${String(arrival.number).padStart(4, "0")}`,
    arrival,
    matter,
    town: citizen.town,
    slots,
    citizen,
    title: fill(topic.title, slots),
    outcomes: topic.outcomes,
    content: contentOf(topic, { ...slots, channel, place: place.full }, citizen, matter.onSite, random),
    category: `${group.name}>${matter.path}`,
    type: topic.type,
    urgency: urgencyOf(matter, topic.type, random),
    slaClass: matter.onSite && topic.type !== "consult" && random.chance(0.04) ? "complex" : "",
    channel,
    location: place.full,
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

function urgencyOf(matter: Matter, type: string, random: Random): string {
  if (type === "consult" || !random.chance(matter.urgent ?? 0.008)) return "normal";
  return random.chance(0.12) ? "emergency" : "urgent";
}

/** The note of the operator, or the letter: who, what, since when, what they want. */
function contentOf(topic: Topic, slots: Slots, citizen: Citizen, onSite: boolean, random: Random): string {
  const consults = topic.type === "consult";
  const hurried = topic.want.includes("尽快");
  const opening = random.pick(slots.channel === "电话" ? CALL_OPENINGS : WRITTEN_OPENINGS);
  return [
    fill(opening, { ...slots, name: citizen.name, phone: citizen.phone }),
    fill(topic.problem, slots),
    "。",
    !consults && random.chance(0.32) ? random.pick(onSite ? SITE_DETAILS : DETAILS) : "",
    topic.want,
    "，",
    random.pick(consults ? CONSULT_CLOSINGS : CLOSINGS.filter((text) => !(hurried && text.includes("尽快")))),
  ].join("");
}
