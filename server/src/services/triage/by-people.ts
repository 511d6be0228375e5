import type { FindingRow } from "@tianyan/api";
import { type Finding, findingKey, holds, type Instant, levelAt } from "@tianyan/core";
import { keyText, type OrderKey, type SettledRow, settledOfUnit } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";
import { levelOf } from "./item";
import { loadTriage } from "./standing";
import { loadVerified, verifiedItem } from "./verified";

/** Beside a finding: what people made of it, and of others of its rule. */
type ByPeople = Pick<FindingRow, "triage" | "verified" | "settled">;

/** Reads what people made of the findings of these orders at T; `finding` is as it stood then. */
export async function loadByPeople(
  reading: Reading,
  orders: readonly OrderKey[],
  at: Instant,
): Promise<(order: OrderKey, finding: Finding) => ByPeople> {
  if (reading.scope.own) {
    const settled = await loadSettled(reading, orders, at);
    return (order, finding) => ({ triage: null, verified: null, settled: settled(order, finding) });
  }
  const triage = await loadTriage(reading, orders, at);
  const verified = await loadVerified(reading, at);
  return (order, finding) => ({
    triage: triage(order, finding),
    verified: verifiedItem(verified(finding.rule)),
    settled: null,
  });
}

const textOf = (order: OrderKey, key: string): string => `${keyText(order)}|${key}`;

async function loadSettled({ db }: Reading, orders: readonly OrderKey[], at: Instant) {
  const keys = [...new Map(orders.map((order) => [keyText(order), order])).values()];
  const rows = new Map<string, SettledRow>();
  for (const row of await settledOfUnit(db.sql, keys, at))
    rows.set(textOf({ source: row.source, orderId: row.order_id }, row.key), row);
  return (order: OrderKey, finding: Finding): ByPeople["settled"] => {
    const row = rows.get(textOf(order, findingKey(finding)));
    if (!row) return null;
    const fact = { kind: row.kind, at, undoneAt: null, level: levelOf(row.level), events: row.events, until: null };
    return holds(fact, { level: levelAt(finding.steps, at), events: finding.events.length }, at) ? row.kind : null;
  };
}
