import { z } from "zod";
import { date } from "../../../lib/search-schema";

/** The day whose digest is shown; absent: the newest. */
export const digestSearch = z.object({ date });
