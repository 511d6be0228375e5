import { z } from "zod";
import { text } from "../../../lib/search-schema";

export const unitsSearch = z.object({ q: text(100) });
export type UnitsSearch = z.output<typeof unitsSearch>;
