import { type Finding, type Instant, instant } from "@tianyan/core";
import type { FindingItem } from "./finding";

const at = (iso: string): Instant => instant(Date.parse(iso));
const atOrNull = (iso: string | null): Instant | null => (iso === null ? null : at(iso));

/** The finding as the core knows it, for its evidence sentence. */
export const toFinding = (item: FindingItem): Finding => ({
  rule: item.rule,
  steps: { yellow: atOrNull(item.yellow_at), orange: atOrNull(item.orange_at), red: atOrNull(item.red_at) },
  clearedAt: atOrNull(item.cleared_at),
  units: item.units.map((unit) => ({ unit: unit.code, since: at(unit.since) })),
  events: item.events,
  keyUnit: item.key_unit,
  keyEvent: item.key_event,
  provisional: item.provisional,
  exempt: item.exempt,
  measure: item.measure,
});
