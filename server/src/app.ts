import { tmpdir } from "node:os";
import { join } from "node:path";
import { takePoint } from "@tianyan/db";
import type { Actor } from "./auth/actor";
import { addDocs } from "./http/docs";
import { keepDoors } from "./http/doors";
import { createEdge, type Edge } from "./http/edge";
import { createErrorHandler, type LogFailure, notFound } from "./http/errors";
import { createRouter, type Router } from "./http/hono";
import { addMetrics } from "./http/metrics";
import { requireDecisions } from "./http/operation";
import { always, type Identify } from "./http/request";
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
  readonly edge?: Edge | undefined;
  /** Folder of the built web. */
  readonly web: string;
  readonly log: LogFailure;
  /** Where imports are taken in; absent: with the usual limits, in a temporary folder. */
  readonly desk?: Desk | undefined;
}

/** Everything that answers HTTP. */
export function createApp({ services, actor, identify, edge: guarded, web, log, desk: given }: AppOptions): Router {
  const desk = given ?? createDesk({ folder: join(tmpdir(), `tianyan-desk-${process.pid}`) });
  const edge = guarded ?? createEdge();
  const router = createRouter();
  router.onError(createErrorHandler(log));
  router.notFound(notFound);
  keepDoors(router, edge, {
    identify: identify ?? always(actor),
    takePoint: (kind, key, seconds) => takePoint(services.db.sql, kind, key, seconds),
    onDenied: (denied, operation) => recordDenial(services, denied, operation),
  });
  for (const add of [addMeta, addFindings, addOrders, addUnits, addOverview, addRules, addSources, addProfiles])
    add(router, services);
  for (const add of [addImports, addIngest, addRegistry]) add(router, services, desk);
  addDocs(router, services.version);
  addMetrics(router, edge.metrics, edge.metricsToken);
  addWeb(router, web);
  requireDecisions(router);
  return router;
}
