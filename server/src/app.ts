import type { Actor } from "@tianyan/api";
import { compress } from "hono/compress";
import { addDocs } from "./http/docs";
import { createErrorHandler, type LogFailure, notFound } from "./http/errors";
import { createRouter, type Router } from "./http/hono";
import { identify, neverCached } from "./http/request";
import { securityHeaders } from "./http/security";
import { addWeb } from "./http/web";
import { addFindings } from "./routes/findings";
import { addMeta } from "./routes/meta";
import { addOrders } from "./routes/orders";
import { addOverview } from "./routes/overview";
import { addRules } from "./routes/rules";
import { addSources } from "./routes/sources";
import { addUnits } from "./routes/units";
import type { Services } from "./services/services";

export interface AppOptions {
  readonly services: Services;
  /** Who acts in every request, until there are accounts. */
  readonly actor: Actor;
  /** Folder of the built web. */
  readonly web: string;
  readonly log: LogFailure;
}

/** Everything that answers HTTP. */
export function createApp({ services, actor, web, log }: AppOptions): Router {
  const router = createRouter();
  router.use("*", identify(actor));
  router.use("*", securityHeaders);
  router.use("*", compress());
  router.use("/api/*", neverCached);
  router.onError(createErrorHandler(log));
  router.notFound(notFound);
  for (const add of [addMeta, addFindings, addOrders, addUnits, addOverview, addRules, addSources])
    add(router, services);
  addDocs(router, services.version);
  addWeb(router, web);
  return router;
}
