import {
  compareCodePoints,
  compareFindings,
  type FindingRecord,
  findingRecord,
  firstStep,
  type Instant,
} from "@tianyan/core";
import { currentGeneration, findingOfRow, type OrderKey, ordersWithFindings, readFindings } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { judgeOrders } from "../judging/judge-orders";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";

export interface ExportRequest {
  /** As they stood then, as known now; absent: all steps. */
  readonly at?: Instant | undefined;
  readonly source?: string | undefined;
}

const CHUNK = 500;

/** Everything the database holds in the form of `detect`, sorted as there. */
export async function* exportFindings(
  { db }: Services,
  _actor: Actor,
  { at, source }: ExportRequest,
): AsyncIterable<FindingRecord> {
  const sources = source === undefined ? null : [source];
  const judging = at === undefined ? null : await loadJudging(db.sql);
  const generation = await currentGeneration(db.sql);
  let last: OrderKey | null = null;
  for (;;) {
    const keys: readonly OrderKey[] = await ordersWithFindings(db.sql, {
      generation,
      sources,
      before: at ?? null,
      after: last,
      limit: CHUNK,
    });
    last = keys.at(-1) ?? null;
    if (last === null) return;
    const found =
      judging && at !== undefined
        ? (await judgeOrders(db.sql, judging, keys, at)).flatMap(({ source, orderId, judged }) =>
            judged.findings
              .filter((finding) => (firstStep(finding.steps) ?? Number.POSITIVE_INFINITY) <= at)
              .map((finding) => ({ source, orderId, finding })),
          )
        : (await readFindings(db.sql, keys, generation)).map((row) => ({
            source: row.source,
            orderId: row.order_id,
            finding: findingOfRow(row),
          }));
    found.sort(
      (a, b) =>
        compareCodePoints(a.orderId, b.orderId) ||
        compareCodePoints(a.source, b.source) ||
        compareFindings(a.finding, b.finding),
    );
    for (const { orderId, finding } of found) yield findingRecord(orderId, finding, at);
  }
}
