import { compress } from "hono/compress";
import { answerWithin } from "./answer-within";
import { limitedBody } from "./body";
import { sameSite } from "./cross-site";
import type { Edge } from "./edge";
import { guard, type OnDenied } from "./guard";
import type { Router } from "./hono";
import { rateLimit, type TakePoint } from "./limits";
import { type Identify, identify, nameRequest, neverCached } from "./request";
import { requestLog } from "./request-log";
import { securityHeaders } from "./security";
import { whileStopping } from "./stopping";

export interface Keepers {
  readonly identify: Identify;
  readonly takePoint: TakePoint;
  readonly onDenied: OnDenied;
}

/** What every request passes before its handler, in this order. */
export function keepDoors(router: Router, edge: Edge, keepers: Keepers): void {
  router.use("*", securityHeaders({ https: edge.publicUrl?.startsWith("https://") === true }));
  router.use("*", nameRequest(edge.proxies));
  router.use("*", requestLog(edge.log, edge.metrics));
  router.use("*", whileStopping(edge.stopping));
  router.use("*", compress());
  router.use("/api/*", neverCached);
  router.use("*", sameSite(edge.publicUrl));
  router.use("*", identify(keepers.identify));
  router.use("*", rateLimit(keepers.takePoint, edge.limits));
  router.use("*", guard(keepers.onDenied));
  router.use("*", limitedBody(edge.bodyMs));
  router.use("*", answerWithin(edge.answerMs));
}
