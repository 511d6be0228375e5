import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What is counted. Labels are operations, methods and statuses: nobody is told apart by them. */
export interface Metrics {
  request(operation: string, status: number, seconds: number): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  /** How much waits to be done: imports and changes, bodies of rows. */
  readonly waiting: () => Readonly<Record<string, number>>;
  /** False in tests, where many run in one process. */
  readonly process: boolean;
}

export function createMetrics({ waiting, process }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "tianyan_http_requests_total",
    help: "Requests answered",
    labelNames: ["operation", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "tianyan_http_request_duration_seconds",
    help: "Seconds until an answer began",
    labelNames: ["operation"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  new Gauge({
    name: "tianyan_jobs_waiting",
    help: "Jobs waiting or running",
    labelNames: ["queue"],
    registers,
    collect() {
      for (const [queue, size] of Object.entries(waiting())) this.set({ queue }, size);
    },
  });
  return {
    request(operation, status, seconds) {
      requests.inc({ operation, status: String(status) });
      durations.observe({ operation }, seconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
