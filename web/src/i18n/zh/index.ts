import { frame } from "./frame";
import { order } from "./order";
import { overview } from "./overview";
import { screens } from "./screens";
import { watchlist } from "./watchlist";
import { words } from "./words";

export const zh = { ...frame, ...watchlist, ...order, ...words, ...screens, ...overview };
