import type { Town } from "../county/towns";
import type { Random } from "../random";
import type { PlaceKind } from "../words/matter";
import { BUSES, HALLS, HOSPITALS, PLANTS, SCHOOLS, SITES } from "../words/places";

/** A place in short (`锦绣家园3栋`) as it stands in a title. */
export function drawPlace(random: Random, kind: PlaceKind, town: Town): string {
  switch (kind) {
    case "estate":
      return random.chance(0.6) ? `${random.pick(town.estates)}${random.int(1, 28)}栋` : random.pick(town.estates);
    case "road":
      return random.pick(town.roads) + roadDetail(random);
    case "village": {
      const village = random.pick(town.villages);
      return village.endsWith("村") && random.chance(0.5) ? `${village}${random.int(1, 12)}组` : village;
    }
    case "market":
    case "shop":
      return `${random.pick(town.roads)}${random.int(2, 320)}号`;
    case "school":
      return random.pick(SCHOOLS);
    case "hospital":
      return random.pick(HOSPITALS);
    case "plant":
      return random.pick(PLANTS);
    case "site":
      return random.pick(SITES);
    case "bus":
      return random.pick(BUSES);
    case "hall":
      return random.pick(HALLS);
  }
}

function roadDetail(random: Random): string {
  const number = random.int(3, 380);
  return random.pick([`${number}号门前`, `${number}号附近`, "中段", "与滨河路交叉口", "农贸市场旁", "公交站旁", "东段", "西段", "小学门口"]);
}
