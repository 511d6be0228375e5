import type { OrderEvent, ReplayedEvent } from "@tianyan/core";
import type { EventRow } from "@tianyan/db";
import type { JudgedOrder } from "../judging/judge-orders";

/** What of an order's events somebody sees; `flags` tells whether the flags of a row do. */
export interface Part {
  readonly events: readonly { readonly row: EventRow; readonly event: OrderEvent }[];
  readonly flags: (ref: string) => boolean;
}

export function wholeOf({ rows, events }: JudgedOrder): Part {
  return { events: pairs(rows, events), flags: () => true };
}

const pairs = (rows: readonly EventRow[], events: readonly OrderEvent[]): Part["events"] =>
  rows.flatMap((row, index) => {
    const event = events[index];
    return event ? [{ row, event }] : [];
  });

/**
 * What a unit's contact sees of an order that was with the unit: its legs whole with the events that began them, what the unit did
 * itself, and what came after it had done the order. Of others only what says who held it and when, without a word of theirs.
 */
export function ownPartOf({ rows, events, order, bench }: JudgedOrder, units: readonly string[]): Part {
  const isOwn = (unit: string | undefined): boolean => unit !== undefined && units.includes(unit);
  const own = new Set<OrderEvent>(events.filter((event) => isOwn(event.unit ?? undefined)));
  const bare = new Set<OrderEvent>();
  let last: string | undefined;
  const { replay } = bench.judge.judge(order, events);
  const pooled = new Set(replay.pools.map(({ startEvent }) => startEvent));
  for (const replayed of replay.events) {
    const { event, leg, begins, spell } = replayed;
    const holder = leg?.unit ?? (spell === null ? last : undefined);
    last = begins?.unit ?? leg?.unit ?? last;
    if (isOwn(holder) || isOwn(begins?.unit)) own.add(event);
    else if (movesOrder(replayed) || pooled.has(event)) bare.add(event);
  }
  const refs = new Set([...own].map(({ ref }) => ref));
  return {
    events: pairs(rows, events).flatMap(({ row, event }) => {
      if (own.has(event)) return [{ row, event }];
      return bare.has(event) ? [{ row, event: withoutWords(event) }] : [];
    }),
    flags: (ref) => refs.has(ref),
  };
}

/** Says who has the order from then on. */
const movesOrder = ({ begins, ends, finishes }: ReplayedEvent): boolean => begins !== null || ends !== null || finishes;

const withoutWords = (event: OrderEvent): OrderEvent => ({
  ...event,
  reasonCode: null,
  text: null,
  operator: null,
  result: null,
  dueAt: null,
});
