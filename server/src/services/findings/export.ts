import { requirePermission } from "@tianyan/api";
import {
  compareCodePoints,
  compareFindings,
  type Finding,
  type FindingRecord,
  findingRecord,
  firstStep,
  type Instant,
} from "@tianyan/core";
import { currentGeneration, findingOfRow, type OrderKey, ordersWithFindings, readFindings } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { judgeOrders } from "../judging/judge-orders";
import { type Judging, loadJudging } from "../judging/setting";
import { shownMeasure } from "../personal/shown";
import type { Services } from "../services";
import { findingsInScope } from "./in-scope";

export interface ExportRequest {
  /** As they stood then, as known now; absent: all steps. */
  readonly at?: Instant | undefined;
  readonly source?: string | undefined;
}

const CHUNK = 500;

/** Everything in scope that the database holds, in the form of `detect`, sorted as there. */
export async function* exportFindings(
  services: Services,
  actor: Actor,
  { at, source }: ExportRequest,
): AsyncIterable<FindingRecord> {
  requirePermission(actor, "findings.read");
  const { sql } = services.db;
  const asked: Asked = {
    at,
    sources: source === undefined ? null : [source],
    judging: at === undefined ? null : await loadJudging(sql),
    generation: await currentGeneration(sql),
  };
  let last: OrderKey | null = null;
  for (;;) {
    const after: OrderKey | null = last;
    const chunk: Chunk = await asActor(services, actor, (reading) => readChunk(reading, asked, after));
    last = chunk.last;
    if (last === null) return;
    chunk.found.sort(
      (a, b) =>
        compareCodePoints(a.orderId, b.orderId) ||
        compareCodePoints(a.source, b.source) ||
        compareFindings(a.finding, b.finding),
    );
    for (const { orderId, finding } of chunk.found) {
      const written = findingRecord(orderId, finding, at);
      yield { ...written, measure: shownMeasure(finding.measure) };
    }
  }
}

interface Asked {
  readonly at: Instant | undefined;
  readonly sources: readonly string[] | null;
  readonly judging: Judging | null;
  readonly generation: string;
}

interface Chunk {
  readonly last: OrderKey | null;
  readonly found: { readonly source: string; readonly orderId: string; readonly finding: Finding }[];
}

/** The findings of the next orders after `after`, and the last of these orders. */
async function readChunk({ db, scope }: Reading, asked: Asked, after: OrderKey | null): Promise<Chunk> {
  const { at, sources, judging, generation } = asked;
  const before = at ?? null;
  const keys = await ordersWithFindings(db.sql, { generation, sources, scope, before, after, limit: CHUNK });
  const found =
    judging && at !== undefined
      ? (await judgeOrders(db.sql, judging, keys, at)).flatMap((order) =>
          findingsInScope(order, scope, at)
            .filter((finding) => (firstStep(finding.steps) ?? Number.POSITIVE_INFINITY) <= at)
            .map((finding) => ({ source: order.source, orderId: order.orderId, finding })),
        )
      : (await readFindings(db.sql, keys, generation, scope)).map((row) => ({
          source: row.source,
          orderId: row.order_id,
          finding: findingOfRow(row),
        }));
  return { last: keys.at(-1) ?? null, found };
}
