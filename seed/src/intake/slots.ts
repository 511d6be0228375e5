import type { Random } from "../random";
import { FIRMS, LATELY, SHOPS, type ShopKind, SINCE, SPANS, TIMES } from "../words/places";
import type { Place } from "./place";

export type Slots = Readonly<Record<string, string>>;

/** One drawing of every slot, so that title, complaint and answer of an order speak of the same shop and the same sum. */
export function drawSlots(random: Random, place: Place, shops: ShopKind = "service"): Slots {
  return {
    place: place.short,
    lately: random.pick(LATELY),
    since: random.pick(SINCE),
    span: random.pick(SPANS),
    at: random.pick(TIMES),
    shop: random.pick(SHOPS[shops]),
    firm: random.pick(FIRMS),
    money: String(Math.round(random.along([80, 600, 2400, 6800, 18_000, 64_000]) / 10) * 10),
    fee: String(Math.round(random.along([300, 800, 1980, 3600, 9800]) / 10) * 10),
    wage: String(Math.round(random.along([1800, 4200, 8600, 16_000, 38_000]) / 100) * 100),
    n: String(random.int(2, 9)),
    nn: String(random.int(12, 48)),
  };
}
