import { tmpdir } from "node:os";
import { join } from "node:path";
import { takePoint } from "@tianyan/db";
import { machineOf } from "./auth/by-key";
import { createSessionCookie } from "./auth/cookie";
import { identifyBySession } from "./auth/identify";
import type { Provider } from "./auth/oidc/provider";
import { addDocs } from "./http/docs";
import { keepDoors } from "./http/doors";
import { createEdge, type Edge } from "./http/edge";
import { createErrorHandler, type LogFailure, notFound } from "./http/errors";
import { createRouter, type Router } from "./http/hono";
import { addMetrics } from "./http/metrics";
import { requireDecisions } from "./http/operation";
import { addWeb } from "./http/web";
import { addAccounts } from "./routes/accounts";
import { addAudit } from "./routes/audit";
import { addCases } from "./routes/cases";
import { addFindings } from "./routes/findings";
import { addFollow } from "./routes/follow";
import { addImports } from "./routes/imports";
import { addIngest } from "./routes/ingest";
import { addKeys } from "./routes/keys";
import { addMeta } from "./routes/meta";
import { addOrders } from "./routes/orders";
import { addOverview } from "./routes/overview";
import { addPapers } from "./routes/papers";
import { addPersonal } from "./routes/personal";
import { addProfiles } from "./routes/profiles";
import { addQueries } from "./routes/queries";
import { addRegistry } from "./routes/registry";
import { addRules } from "./routes/rules";
import { addSessions } from "./routes/sessions";
import { addSignOn, type SignOnOptions } from "./routes/sign-on";
import { addSources } from "./routes/sources";
import { addTriage } from "./routes/triage";
import { addUnits } from "./routes/units";
import { recordDenial } from "./services/audit/denial";
import { createDesk, type Desk } from "./services/desk";
import type { Services } from "./services/services";

export interface AppOptions {
  readonly services: Services;
  readonly edge?: Edge | undefined;
  /** The single sign-on of the government, where there is one. */
  readonly provider?: Provider | null | undefined;
  /** Folder of the built web. */
  readonly web: string;
  readonly log: LogFailure;
  /** Where imports are taken in; absent: with the usual limits, in a temporary folder. */
  readonly desk?: Desk | undefined;
}

/** Everything that answers HTTP. */
export function createApp({ services, edge: guarded, provider = null, web, log, desk: given }: AppOptions): Router {
  const desk = given ?? createDesk({ folder: join(tmpdir(), `tianyan-desk-${process.pid}`) });
  const edge = guarded ?? createEdge();
  const cookie = createSessionCookie(edge.publicUrl?.startsWith("https://") === true);
  const bySession = identifyBySession(services, cookie);
  const router = createRouter();
  router.onError(createErrorHandler(log));
  router.notFound(notFound);
  keepDoors(router, edge, {
    async identify(context, known) {
      const authorization = context.req.header("authorization");
      // A key is asked for on purpose: with one, no cookie counts.
      if (authorization === undefined) return bySession(context, known);
      return { actor: await machineOf(services, authorization, known), step: "open" };
    },
    takePoint: (kind, key, seconds) => takePoint(services.db.sql, kind, key, seconds),
    onDenied: (denied, operation) => recordDenial(services, denied, operation),
  });
  addRoutes(router, services, { desk, provider, cookie, publicUrl: edge.publicUrl });
  addDocs(router, services.version);
  addMetrics(router, edge.metrics, edge.metricsToken);
  addWeb(router, web);
  requireDecisions(router);
  return router;
}

export interface RouteOptions extends SignOnOptions {
  readonly desk: Desk;
}

/** Every operation of the API. The doors are apart: each service asks for its permission itself. */
export function addRoutes(router: Router, services: Services, { desk, ...signOn }: RouteOptions): void {
  for (const add of [
    addFindings,
    addTriage,
    addQueries,
    addOrders,
    addPersonal,
    addUnits,
    addOverview,
    addRules,
    addSources,
    addProfiles,
    addKeys,
    addAccounts,
    addPapers,
  ])
    add(router, services);
  for (const add of [addMeta, addAudit, addCases, addFollow, addImports, addIngest, addRegistry])
    add(router, services, desk);
  addSessions(router, services, signOn.cookie);
  addSignOn(router, services, signOn);
}
