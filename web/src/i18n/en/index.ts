import { audit } from "./audit";
import { cases } from "./cases";
import { data } from "./data";
import { follow } from "./follow";
import { frame } from "./frame";
import { order } from "./order";
import { overview } from "./overview";
import { papers } from "./papers";
import { people } from "./people";
import { query } from "./query";
import { registry } from "./registry";
import { screens } from "./screens";
import { triage } from "./triage";
import { watchlist } from "./watchlist";
import { words } from "./words";

export const en = {
  ...frame,
  ...watchlist,
  ...triage,
  ...cases,
  ...order,
  ...words,
  ...screens,
  ...overview,
  ...audit,
  ...data,
  ...papers,
  ...people,
  ...query,
  ...registry,
  ...follow,
};
