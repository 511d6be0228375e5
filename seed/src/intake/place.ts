import type { Town } from "../county/towns";
import type { Random } from "../random";
import type { PlaceKind } from "../words/matter";
import { BUSES, HALLS, HOSPITALS, PLANTS, SCHOOLS, SITES } from "../words/places";

/** A place as it stands in a title (`锦绣家园3栋`) and with its town where it needs one (`城关街道锦绣家园3栋`). */
export interface Place {
  readonly short: string;
  readonly full: string;
}

/** Share of the demands that concern the one place of the town that everybody complains about. */
const NOTORIOUS = 0.12;

export function drawPlace(random: Random, kind: PlaceKind, town: Town): Place {
  const inTown = (short: string): Place => ({ short, full: town.name + short });
  const known = (short: string): Place => ({ short, full: short });
  const ofTown = (suffix: string): Place => known(town.name + suffix);
  const notorious = random.chance(NOTORIOUS);
  switch (kind) {
    case "estate":
      if (notorious) return inTown(town.estates[0] ?? "");
      return inTown(random.pick(town.estates) + (random.chance(0.6) ? `${random.int(1, 28)}栋` : ""));
    case "road":
      if (notorious) return inTown(`${town.roads[0]}农贸市场旁`);
      return inTown(random.pick(town.roads) + roadDetail(random));
    case "village": {
      const village = notorious ? (town.villages[0] ?? "") : random.pick(town.villages);
      return inTown(village.endsWith("村") && random.chance(0.5) ? `${village}${random.int(1, 12)}组` : village);
    }
    case "shop":
      return inTown(`${random.pick(town.roads)}${random.int(2, 320)}号`);
    case "school":
      return random.chance(0.4) ? ofTown("中心小学") : known(random.pick(SCHOOLS));
    case "hospital":
      return random.chance(0.3) ? ofTown("卫生院") : known(random.pick(HOSPITALS));
    case "plant":
      return known(random.pick(PLANTS));
    case "site":
      return known(random.pick(SITES));
    case "bus":
      return known(random.pick(BUSES));
    case "hall":
      return random.chance(0.4) ? ofTown("便民服务中心") : known(random.pick(HALLS));
  }
}

function roadDetail(random: Random): string {
  const number = random.int(3, 380);
  return random.pick([
    `${number}号门前`,
    `${number}号附近`,
    "中段",
    "与滨河路交叉口",
    "农贸市场旁",
    "公交站旁",
    "东段",
    "西段",
    "小学门口",
  ]);
}
