import { TOWNS, type Town } from "../county/towns";
import { Random } from "../random";
import { HONORIFICS, MOBILE_PREFIXES, SURNAMES } from "../words/people";

/** One of a million invented people; the same number is always the same person. */
export interface Citizen {
  readonly key: string;
  /** `张先生` */
  readonly name: string;
  /** `138****1234` */
  readonly phone: string;
  readonly town: Town;
}

const PEOPLE = 1_000_000;
const FREQUENT_SHARE = 0.14;

export function drawCitizen(random: Random, seed: number, orders: number): Citizen {
  const frequent = Math.max(20, Math.floor(orders * 0.035));
  const number = random.chance(FREQUENT_SHARE) ? random.int(0, frequent - 1) * 17 : random.int(0, PEOPLE - 1);
  return citizen(number, seed);
}

function citizen(number: number, seed: number): Citizen {
  const random = new Random(seed ^ 0x2c1b3c6d, number);
  return {
    key: `C${String(number).padStart(7, "0")}`,
    name: random.pick(SURNAMES) + random.pick(HONORIFICS),
    phone: `${random.pick(MOBILE_PREFIXES)}****${String(random.int(0, 9999)).padStart(4, "0")}`,
    town: random.weighted(TOWNS, (town) => town.people),
  };
}
