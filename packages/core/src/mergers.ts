import type { OrderEvent } from "./history/event";
import type { Instant } from "./instant";

/** A unit that was dissolved into another, from an instant on; both by code. */
export interface Merger {
  readonly unit: string;
  readonly into: string;
  readonly from: Instant;
}

const HANDING = new Set(["dispatched", "transferred", "reopened"]);

/**
 * The events of an order, in any order, with dissolved units taken for those they went into. An order that the
 * unit was given before its end stays its own until it is given to it anew: what it did, and what it still does there, is
 * charged to its own name.
 */
export function settleMergers(events: readonly OrderEvent[], mergers: readonly Merger[]): readonly OrderEvent[] {
  if (mergers.length === 0) return events;
  const byUnit = new Map(mergers.map((merger) => [merger.unit, merger]));
  const met = events.some(({ unit, toUnit }) => byUnit.has(unit ?? "") || byUnit.has(toUnit ?? ""));
  if (!met) return events;
  /** Dissolved units that were given the order while they stood, and not anew since. */
  const own = new Set<string>();

  function followed(code: string, at: Instant): string {
    let last = code;
    for (const seen = new Set<string>(); !seen.has(last); ) {
      seen.add(last);
      const merger = byUnit.get(last);
      if (merger && merger.from <= at) last = merger.into;
    }
    return last;
  }

  const settle = (event: OrderEvent): OrderEvent => {
    const { at, kind, unit, toUnit } = event;
    const acting = unit === null || own.has(unit) ? unit : followed(unit, at);
    if (toUnit === null || !HANDING.has(kind)) return acting === unit ? event : { ...event, unit: acting };
    const given = followed(toUnit, at);
    if (byUnit.has(toUnit)) {
      if (given === toUnit) own.add(toUnit);
      else own.delete(toUnit);
    }
    return acting === unit && given === toUnit ? event : { ...event, unit: acting, toUnit: given };
  };
  const settled = new Map([...events].sort(inReplayOrder).map((event) => [event, settle(event)]));
  return events.map((event) => settled.get(event) ?? event);
}

const inReplayOrder = (a: OrderEvent, b: OrderEvent): number =>
  a.at - b.at || a.position - b.position || a.part - b.part;
