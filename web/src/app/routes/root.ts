import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { z } from "zod";
import { civil } from "../../lib/search-schema";
import { AppFrame } from "../frame/AppFrame";

/** "As of" goes along from screen to screen. */
export const rootRoute = createRootRoute({
  component: AppFrame,
  validateSearch: z.object({ at: civil }),
  search: { middlewares: [retainSearchParams(["at"])] },
});
