import { z } from "zod";
import { text } from "../../../lib/search-schema";

/** The rule whose matches are shown. */
export const watchSearch = z.object({ rule: text(20) });

export type WatchSearch = z.output<typeof watchSearch>;
