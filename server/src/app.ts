import { BlockList } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compress } from "hono/compress";
import type { Actor } from "./auth/actor";
import type { Proxies } from "./http/address";
import { addDocs } from "./http/docs";
import { createErrorHandler, type LogFailure, notFound } from "./http/errors";
import { guard } from "./http/guard";
import { createRouter, type Router } from "./http/hono";
import { requireDecisions } from "./http/operation";
import { always, type Identify, identify, neverCached } from "./http/request";
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
import { recordDenial } from "./services/audit/denial";
import { createDesk, type Desk } from "./services/desk";
import type { Services } from "./services/services";

export interface AppOptions {
  readonly services: Services;
  /** Who acts in every request, where nobody is asked for. */
  readonly actor: Actor;
  /** Finds out who asks. */
  readonly identify?: Identify | undefined;
  /** Proxies of our own. */
  readonly proxies?: Proxies | undefined;
  /** Folder of the built web. */
  readonly web: string;
  readonly log: LogFailure;
  /** Where imports are taken in; absent: with the usual limits, in a temporary folder. */
  readonly desk?: Desk | undefined;
}

/** Everything that answers HTTP. */
export function createApp({ services, actor, identify: who, proxies, web, log, desk: given }: AppOptions): Router {
  const desk = given ?? createDesk({ folder: join(tmpdir(), `tianyan-desk-${process.pid}`) });
  const router = createRouter();
  router.use("*", securityHeaders);
  router.use("*", identify(who ?? always(actor), proxies ?? new BlockList()));
  router.use("*", compress());
  router.use("/api/*", neverCached);
  router.onError(createErrorHandler(log));
  router.notFound(notFound);
  router.use(
    "*",
    guard((actor, operation) => recordDenial(services, actor, operation)),
  );
  for (const add of [addMeta, addFindings, addOrders, addUnits, addOverview, addRules, addSources, addProfiles])
    add(router, services);
  for (const add of [addImports, addIngest, addRegistry]) add(router, services, desk);
  addDocs(router, services.version);
  addWeb(router, web);
  requireDecisions(router);
  return router;
}
