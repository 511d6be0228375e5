import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "@tianyan/api";
import { compress } from "hono/compress";
import { addDocs } from "./http/docs";
import { createErrorHandler, type LogFailure, notFound } from "./http/errors";
import { createRouter, type Router } from "./http/hono";
import { identify, neverCached } from "./http/request";
import { securityHeaders } from "./http/security";
import { addWeb } from "./http/web";
import { addFindings } from "./routes/findings";
import { addImports } from "./routes/imports";
import { addIngest } from "./routes/ingest";
import { addMeta } from "./routes/meta";
import { addOrders } from "./routes/orders";
import { addOverview } from "./routes/overview";
import { addProfiles } from "./routes/profiles";
import { addRegistry } from "./routes/registry";
import { addRules } from "./routes/rules";
import { addSources } from "./routes/sources";
import { addUnits } from "./routes/units";
import { createDesk, type Desk } from "./services/desk";
import type { Services } from "./services/services";

export interface AppOptions {
  readonly services: Services;
  /** Who acts in every request, until there are accounts. */
  readonly actor: Actor;
  /** Folder of the built web. */
  readonly web: string;
  readonly log: LogFailure;
  /** Where imports are taken in; absent: with the usual limits, in a temporary folder. */
  readonly desk?: Desk | undefined;
}

/** Everything that answers HTTP. */
export function createApp({ services, actor, web, log, desk: given }: AppOptions): Router {
  const desk = given ?? createDesk({ folder: join(tmpdir(), `tianyan-desk-${process.pid}`) });
  const router = createRouter();
  router.use("*", identify(actor));
  router.use("*", securityHeaders);
  router.use("*", compress());
  router.use("/api/*", neverCached);
  router.onError(createErrorHandler(log));
  router.notFound(notFound);
  for (const add of [addFindings, addOrders, addUnits, addOverview, addRules, addSources, addProfiles])
    add(router, services);
  for (const add of [addMeta, addImports, addIngest, addRegistry]) add(router, services, desk);
  addDocs(router, services.version);
  addWeb(router, web);
  return router;
}
