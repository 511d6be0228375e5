import type { Instant } from "@tianyan/core";
import { type Clock, isOutreach, type Leg, type Order, type Replay, reasonWord } from "@tianyan/core";
import type { OrderForPaper, ReturnForPaper } from "./case-facts";

export interface OrderSetting {
  readonly order: Pick<Order, "source" | "orderId" | "title">;
  readonly replay: Replay;
  readonly clock: Clock;
  /** When the facts are taken: what is still open lasts up to it. */
  readonly asOf: Instant;
}

/** What papers say of one order, from its replay: nothing of it is ever typed. */
export function orderForPaper({ order, replay, clock, asOf }: OrderSetting): OrderForPaper {
  const { events, legs, pools, spells, dues } = replay;
  const counted = events.filter(({ counts }) => counts).map(({ event }) => event);
  const acceptedAt = spells[0]?.start ?? asOf;
  const doneAt = spells.at(-1)?.end ?? null;
  const firstContactAt = counted.find(isOutreach)?.at ?? null;
  const days = (from: Instant, to: Instant | null): number => clock.workingDaysBetween(from, to ?? asOf);
  const count = (...kinds: readonly string[]): number => counted.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    source: order.source,
    orderId: order.orderId,
    title: order.title,
    acceptedAt,
    doneAt,
    // Of a spell the first instant that was due stands: lateness is told by what was promised.
    dueAt: dues[0]?.due ?? null,
    workingDays: days(acceptedAt, doneAt),
    legs: legs.map(({ unit, start, end }) => ({ unit, from: start, to: end, workingDays: days(start, end) })),
    pools: pools.map(({ centre, start, end }) => ({ centre, from: start, to: end, workingDays: days(start, end) })),
    returns: legs.flatMap((leg) => returnsOf(leg, replay)),
    firstContactAt,
    workingDaysToContact: days(legs[0]?.start ?? acceptedAt, firstContactAt),
    counts: {
      handOffs: legs.filter((leg, index) => index > 0 && leg.unit !== legs[index - 1]?.unit).length,
      urged: count("urged"),
      extensions: count("extension_requested"),
      reopened: spells.filter(({ reopened }) => reopened).length,
    },
  };
}

function returnsOf(leg: Leg, { events }: Replay): readonly ReturnForPaper[] {
  const inLeg = events.filter((event) => event.leg === leg).map(({ event }) => event);
  return (
    leg.requests
      // What a centre asks in a unit's stead names nobody.
      .filter(({ about, own }) => about === "return" && own)
      .map(({ event, answer }) => ({
        unit: leg.unit,
        at: event.at,
        reason: event.text ?? reasonWord("zh")(event.reasonCode ?? ""),
        answer: answer ? (answer.approved ? "approved" : "rejected") : null,
        unverified: !inLeg
          .slice(0, inLeg.indexOf(event))
          .some((one) => one.kind === "contacted" || one.kind === "visited"),
      }))
  );
}
