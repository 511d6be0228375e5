import { type Instant, isoInstant } from "../instant";
import { activeAt, type Finding, findingKey, type Level, levelAt, type Measure } from "./finding";
import type { RuleId } from "./ids";

/** A finding in the form of the files (formats.md, detect); instants in UTC. */
export interface FindingRecord {
  readonly order_id: string;
  readonly rule: RuleId;
  readonly units: readonly string[];
  readonly yellow_at: string | null;
  readonly orange_at: string | null;
  readonly red_at: string | null;
  readonly cleared_at: string | null;
  readonly exempt: boolean;
  readonly provisional: boolean;
  readonly key: string;
  readonly events: readonly string[];
  readonly measure: Measure;
  readonly level?: Level | null;
  readonly active?: boolean;
}

const iso = (at: Instant | null): string | null => (at === null ? null : isoInstant(at));

/** With `asOf`, also the level at that instant and whether the finding is active then. */
export function findingRecord(orderId: string, finding: Finding, asOf?: Instant): FindingRecord {
  const { steps } = finding;
  return {
    order_id: orderId,
    rule: finding.rule,
    units: finding.units.map(({ unit }) => unit),
    yellow_at: iso(steps.yellow),
    orange_at: iso(steps.orange),
    red_at: iso(steps.red),
    cleared_at: iso(finding.clearedAt),
    exempt: finding.exempt,
    provisional: finding.provisional,
    key: findingKey(finding),
    events: finding.events,
    measure: finding.measure,
    ...(asOf === undefined ? {} : { level: levelAt(steps, asOf), active: activeAt(finding, asOf) }),
  };
}
