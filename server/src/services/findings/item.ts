import type { FindingItem } from "@tianyan/api";
import { activeAt, type Finding, findingKey, type Instant, isoInstant, LEVELS, levelAt } from "@tianyan/core";
import { isoOrNull } from "../instants";
import { shownMeasure } from "../personal/shown";
import type { UnitNames } from "../units/names";

/** The step that comes next after `at`, unless someone acts. */
function nextStep({ steps }: Finding, at: Instant): FindingItem["next"] {
  const coming = LEVELS.flatMap((level) => {
    const step = steps[level];
    return step !== null && step > at ? [{ level, step }] : [];
  }).sort((a, b) => a.step - b.step)[0];
  return coming ? { level: coming.level, at: isoInstant(coming.step) } : null;
}

/** A finding for the API, as it stands at `at`. */
export function findingItem(finding: Finding, at: Instant, names: UnitNames): FindingItem {
  const level = levelAt(finding.steps, at);
  const { steps } = finding;
  return {
    key: findingKey(finding),
    key_unit: finding.keyUnit,
    key_event: finding.keyEvent,
    rule: finding.rule,
    level,
    active: activeAt(finding, at),
    yellow_at: isoOrNull(steps.yellow),
    orange_at: isoOrNull(steps.orange),
    red_at: isoOrNull(steps.red),
    cleared_at: isoOrNull(finding.clearedAt),
    since: level === null ? null : isoOrNull(steps[level]),
    next: nextStep(finding, at),
    units: finding.units.map(({ unit, since }) => ({ code: unit, name: names.name(unit), since: isoInstant(since) })),
    events: [...finding.events],
    exempt: finding.exempt,
    provisional: finding.provisional,
    measure: shownMeasure(finding.measure),
  };
}
