import {
  type Instant,
  isSubstantive,
  type Leg,
  type OrderEvent,
  type PoolStay,
  type Replay,
  type ReplayedEvent,
} from "@tianyan/core";

/** A lane of the axis: a centre's pool, or a unit. */
export interface Lane {
  readonly id: string;
  readonly kind: "pool" | "unit";
  readonly unit: string;
  /** How long it had the order, in all its bars. */
  readonly bars: readonly Bar[];
}

/** A span in which a centre or unit had the order; `end` null: it still has it. */
export interface Bar {
  readonly start: Instant;
  readonly end: Instant | null;
  /** The event that began it. */
  readonly ref: string;
  readonly suspensions: readonly { readonly start: Instant; readonly end: Instant | null }[];
}

/** A point on a lane. */
export interface Mark {
  readonly kind: "act" | "done" | "other";
  readonly lane: string;
  readonly event: OrderEvent;
}

/** A request to be rid of the order, and what became of it. */
export interface Return {
  readonly lane: string;
  readonly event: OrderEvent;
  readonly answer: { readonly approved: boolean; readonly at: Instant; readonly ref: string } | null;
  /** Where an approved one brought the order. */
  readonly toLane: string | null;
}

/** The order passing from one lane to the next. */
export interface Passage {
  readonly event: OrderEvent;
  readonly fromLane: string;
  readonly toLane: string;
  /** An approved return is drawn as an arrow back. */
  readonly back: boolean;
}

export interface Due {
  readonly due: Instant;
  /** Replaced by a later one before it came. */
  readonly replaced: boolean;
  readonly ref: string;
}

/** What the time axis of an order shows, before any pixels. */
export interface AxisModel {
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly returns: readonly Return[];
  readonly passages: readonly Passage[];
  readonly dues: readonly Due[];
}

const poolLane = (stay: PoolStay) => `pool:${stay.centre}`;
const unitLane = (leg: Leg) => `unit:${leg.unit}`;

/** An order that is dispatched as it comes in has been in the pool for no time at all. */
const lasted = ({ start, end }: PoolStay): boolean => end !== start;

function lanesOf(replay: Replay): Lane[] {
  const lanes = new Map<string, { kind: Lane["kind"]; unit: string; bars: Bar[] }>();
  const add = (id: string, kind: Lane["kind"], unit: string, bar: Bar) => {
    const lane = lanes.get(id);
    if (lane) lane.bars.push(bar);
    else lanes.set(id, { kind, unit, bars: [bar] });
  };
  for (const stay of replay.pools.filter(lasted)) {
    const { centre, start, end, startEvent } = stay;
    add(poolLane(stay), "pool", centre, { start, end, ref: startEvent.ref, suspensions: [] });
  }
  for (const leg of replay.legs) {
    const suspensions = replay.suspensions.filter((one) => one.leg === leg).map(({ start, end }) => ({ start, end }));
    add(unitLane(leg), "unit", leg.unit, { start: leg.start, end: leg.end, ref: leg.startEvent.ref, suspensions });
  }
  return [...lanes].map(([id, lane]) => ({ id, ...lane }));
}

/** Where the order was at an instant, by what had begun last. */
function laneAt(replay: Replay, at: Instant): string | null {
  let found: string | null = null;
  let since = Number.NEGATIVE_INFINITY;
  for (const stay of replay.pools) {
    if (stay.start <= at && stay.start >= since) [found, since] = [poolLane(stay), stay.start];
  }
  for (const leg of replay.legs) {
    if (leg.start <= at && leg.start >= since) [found, since] = [unitLane(leg), leg.start];
  }
  return found;
}

const DONE = new Set(["completed", "closed", "withdrawn"]);
/** Shown by bars, passages and returns. */
const DRAWN = new Set(["accepted", "dispatched", "transferred", "reopened", "recalled", "suspended", "resumed"]);

function markOf(replay: Replay, { event, leg, request }: ReplayedEvent): Mark | null {
  if (request?.about === "return" || DRAWN.has(event.kind)) return null;
  const lane = leg ? unitLane(leg) : laneAt(replay, event.at);
  if (lane === null) return null;
  const kind = DONE.has(event.kind) ? "done" : isSubstantive(event) ? "act" : "other";
  return { kind, lane, event };
}

function returnsOf(replay: Replay): Return[] {
  return replay.legs.flatMap((leg) =>
    leg.requests
      .filter((request) => request.about === "return")
      .map(({ event, answer }) => ({
        lane: unitLane(leg),
        event,
        answer: answer && { approved: answer.approved, at: answer.event.at, ref: answer.event.ref },
        toLane: answer?.centre == null ? null : `pool:${answer.centre}`,
      })),
  );
}

/** Consecutive bars of different lanes that touch in time, in the order of their beginning. */
function passagesOf(replay: Replay): Passage[] {
  const stays = [
    ...replay.pools
      .filter(lasted)
      .map((stay) => ({ lane: poolLane(stay), start: stay.start, end: stay.end, event: stay.startEvent })),
    ...replay.legs.map((leg) => ({ lane: unitLane(leg), start: leg.start, end: leg.end, event: leg.startEvent })),
  ].sort((a, b) => a.start - b.start || a.event.position - b.event.position || a.event.part - b.event.part);
  return stays.flatMap((stay, index) => {
    const before = stays[index - 1];
    if (!before || before.end !== stay.start || before.lane === stay.lane) return [];
    const back = stay.event.kind === "return_approved";
    return [{ event: stay.event, fromLane: before.lane, toLane: stay.lane, back }];
  });
}

/** The same replay that finds the findings, as lanes, marks and lines. */
export function axisModel(replay: Replay): AxisModel {
  return {
    lanes: lanesOf(replay),
    marks: replay.events.flatMap((event) => markOf(replay, event) ?? []),
    returns: returnsOf(replay),
    passages: passagesOf(replay),
    dues: replay.dues.map(({ due, until, setBy }) => ({
      due,
      replaced:
        until !== null && until < due && replay.dues.some((other) => other.setBy !== setBy && other.setBy.at === until),
      ref: setBy.ref,
    })),
  };
}
