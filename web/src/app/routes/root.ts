import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { z } from "zod";
import { civil } from "../../lib/search-schema";
import { Gate } from "../frame/Gate";

/** "As of" goes along from screen to screen. */
export const rootRoute = createRootRoute({
  component: Gate,
  validateSearch: z.object({ at: civil }),
  search: { middlewares: [retainSearchParams(["at"])] },
});
