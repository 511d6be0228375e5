import { BlockList } from "node:net";
import { type Log, SILENT } from "../logs/log";
import { createMetrics, type Metrics } from "../metrics/metrics";
import type { Proxies } from "./address";
import { LIMITS, type Limits } from "./limits";

/** What stands between the network and the services. */
export interface Edge {
  /** Origin under which people reach us; null: only as we listen. */
  readonly publicUrl: string | null;
  readonly proxies: Proxies;
  readonly limits: Limits;
  readonly metricsToken: string | null;
  readonly metrics: Metrics;
  readonly log: Log;
  /** A question is given up after so long, and a body must have come by then. */
  readonly answerMs: number;
  readonly bodyMs: number;
  /** No new work is to come here. */
  readonly stopping: () => boolean;
}

export const createEdge = (given: Partial<Edge> = {}): Edge => ({
  publicUrl: null,
  proxies: new BlockList(),
  limits: LIMITS,
  metricsToken: null,
  metrics: given.metrics ?? createMetrics({ waiting: () => ({}), process: false }),
  log: SILENT,
  answerMs: 120_000,
  bodyMs: 60_000,
  stopping: () => false,
  ...given,
});
