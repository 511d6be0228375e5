import { instant } from "@tianyan/core";
import { ALWAYS, afterWork } from "../clock";
import { CHIEF } from "../county/units";
import type { OrderDraft } from "../intake/draft";
import { Random } from "../random";
import { ANSWERS_AT_ONCE, NOT_COMPLIANT } from "../words/phrases";
import { type Affair, phrase } from "./affair";
import { afterwards } from "./afterwards";
import { operator } from "./centre";
import { Chronicle } from "./chronicle";
import { route } from "./route";

/** Everything that happens to one order, as far as it goes; the caller cuts it at the present. */
export function historyOf(order: OrderDraft, seed: number): Chronicle {
  const random = new Random(seed ^ 0x7f4a7c15, order.arrival.index);
  const chronicle = new Chronicle();
  const affair: Affair = { order, random, chronicle, inCharge: inChargeOf(order, random), due: null, desk: CHIEF };
  const accepted = order.arrival.at;
  chronicle.add("accepted", accepted, CHIEF, {
    text: `受理${order.channel}诉求`,
    operator: operator(affair, accepted),
  });
  if (order.demandClass !== "normal" && random.chance(0.6)) {
    refuse(affair);
  } else if (random.chance(order.type === "consult" ? 0.62 : 0.06) && order.urgency === "normal") {
    answerAtOnce(affair);
  } else {
    if (recognisedLater(order)) classify(affair, afterWork(accepted, random.along([60, 400, 1500]), ALWAYS));
    const end = route(affair, accepted);
    if (end) afterwards(affair, end.at, end.unit);
  }
  return chronicle;
}

/** Half of the non-compliant demands are taken in as normal ones. */
export const recognisedLater = (order: OrderDraft): boolean =>
  order.demandClass !== "normal" && order.arrival.index % 2 === 0;

const LOCAL: readonly string[] = ["village", "estate", "road"];

/** The unit in charge; where the town is in charge of the place, that town. */
function inChargeOf(order: OrderDraft, random: Random): string {
  const [first = "town", second] = order.matter.units;
  const local = LOCAL.includes(order.matter.place) ? 0.4 : 0.25;
  const code = second !== undefined && random.chance(second === "town" ? local : 0.15) ? second : first;
  return code === "town" ? order.town.code : code;
}

function classify(affair: Affair, at: ReturnType<typeof instant>): void {
  affair.chronicle.add("classified", at, CHIEF, {
    result: affair.order.demandClass,
    text: "认定为非合规诉求",
    operator: operator(affair, at),
  });
}

function answerAtOnce(affair: Affair): void {
  const { random, chronicle, order } = affair;
  const at = instant(order.arrival.at + random.int(2, 25) * 60_000);
  const staff = operator(affair, at);
  chronicle.add("replied", at, CHIEF, { text: phrase(affair, ANSWERS_AT_ONCE), operator: staff });
  chronicle.add("completed", instant(at + 60_000), CHIEF, { text: "直接办结", operator: staff });
  afterwards(affair, instant(at + 60_000), CHIEF);
}

/** A demand that the centre explains and closes, because no unit may or can meet it. */
function refuse(affair: Affair): void {
  const { random, chronicle, order } = affair;
  const at = instant(order.arrival.at + random.int(5, 90) * 60_000);
  const staff = operator(affair, at);
  if (recognisedLater(order)) classify(affair, at);
  if (order.demandClass === "normal") return;
  chronicle.add("replied", at, CHIEF, { text: phrase(affair, NOT_COMPLIANT[order.demandClass]), operator: staff });
  chronicle.add("closed", instant(at + 600_000), CHIEF, { text: "解释后办结", operator: staff });
}
