import type { MatterGroup } from "./matter";
import { CITY } from "./matters/city";
import { EDUCATION } from "./matters/education";
import { ENVIRONMENT } from "./matters/environment";
import { FARMING } from "./matters/farming";
import { HEALTH } from "./matters/health";
import { HOUSING } from "./matters/housing";
import { LABOUR } from "./matters/labour";
import { MARKET } from "./matters/market";
import { OTHERS } from "./matters/others";
import { SAFETY } from "./matters/safety";
import { TRAFFIC } from "./matters/traffic";
import { UTILITIES } from "./matters/utilities";

/** The eleven large categories: together 89.51 % of the orders, the figure Dongguan published. */
export const LARGE_GROUPS: readonly MatterGroup[] = [
  CITY,
  MARKET,
  LABOUR,
  HOUSING,
  TRAFFIC,
  UTILITIES,
  ENVIRONMENT,
  SAFETY,
  HEALTH,
  EDUCATION,
  FARMING,
];

export const OTHER_GROUPS: readonly MatterGroup[] = OTHERS;

export const MATTER_GROUPS: readonly MatterGroup[] = [...LARGE_GROUPS, ...OTHER_GROUPS];
