import type { Triage } from "@tianyan/api";
import { type Finding, findingKey, type Instant, levelAt, standingOf } from "@tianyan/core";
import { byOrder, decisionsOfOrders, findingsInCases, keyText, type OrderKey } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";
import { decisionItem, factOf } from "./item";

/** Where the findings of some orders stand; null to who sees no decisions. `finding` is as it stood at T. */
export type TriageOf = (order: OrderKey, finding: Finding) => Triage | null;

/** Reads what was decided about the findings of these orders. */
export async function loadTriage(
  { db, scope, account }: Reading,
  orders: readonly OrderKey[],
  at: Instant,
): Promise<TriageOf> {
  if (scope.own) return () => null;
  const keys = [...new Map(orders.map((order) => [keyText(order), order])).values()];
  const [rows, cases] = await Promise.all([decisionsOfOrders(db.sql, keys), findingsInCases(db.sql, keys, at)]);
  const decided = byOrder(rows);
  const inCase = new Set(cases.map((row) => `${keyText({ source: row.source, orderId: row.order_id })}|${row.key}`));
  return (order, finding) => {
    const key = findingKey(finding);
    const facts = (decided.get(keyText(order)) ?? []).filter((row) => row.hangs_on === key).map(factOf);
    const now = { level: levelAt(finding.steps, at), events: finding.events.length };
    const { status, outcome, returned, decision } = standingOf(facts, now, at);
    return {
      status: inCase.has(`${keyText(order)}|${key}`) ? "in_case" : status,
      outcome,
      mine: decision !== null && decision.row.account === account,
      returned,
      decision: decision && decisionItem(decision.row),
    };
  };
}
