import fc from "fast-check";
import {
  after,
  DAY,
  DEMAND_CLASSES,
  type EventKind,
  HOUR,
  type Instant,
  instant,
  MINUTE,
  type OrderAttributes,
  type OrderEvent,
} from "../src/index";

/** Invented histories, wild enough to reach every rule and every flag; shared by all property tests. */
export interface History {
  readonly order: OrderAttributes;
  readonly events: readonly OrderEvent[];
}

export const CENTRES = ["centre", "区中心"];
const UNITS = ["甲局", "乙局", "丙镇"];
const EVERYBODY = [...UNITS, ...CENTRES];

const GAPS = [0, 0, MINUTE, 20 * MINUTE, HOUR, 5 * HOUR, DAY, 2 * DAY, 4 * DAY, 9 * DAY, 20 * DAY, 40 * DAY];

/** Kinds with their weights: what moves orders about comes often. */
const KINDS: readonly (readonly [EventKind, number])[] = [
  ["dispatched", 12],
  ["transferred", 8],
  ["signed", 5],
  ["return_requested", 12],
  ["return_approved", 9],
  ["return_rejected", 9],
  ["recalled", 2],
  ["extension_requested", 6],
  ["extension_approved", 4],
  ["extension_rejected", 2],
  ["suspended", 5],
  ["resumed", 4],
  ["contacted", 3],
  ["visited", 2],
  ["progressed", 6],
  ["replied", 2],
  ["completed", 9],
  ["closed", 3],
  ["surveyed", 6],
  ["rated", 4],
  ["urged", 1],
  ["supervised", 1],
  ["noted", 1],
  ["assisted", 1],
  ["accepted", 1],
  ["classified", 1],
  ["reopened", 8],
  ["withdrawn", 1],
];

const CENTRE_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  "accepted",
  "dispatched",
  "return_approved",
  "return_rejected",
  "recalled",
  "extension_approved",
  "extension_rejected",
  "closed",
  "surveyed",
  "urged",
  "reopened",
]);

const RESULTS: Partial<Record<EventKind, readonly string[]>> = {
  surveyed: ["satisfied", "basically_satisfied", "dissatisfied", "unresolved", "unreached"],
  rated: ["1", "2", "3", "4", "5"],
  classified: [...DEMAND_CLASSES, "nonsense"],
};

/** One draw of the generator, before it is put into the history. */
interface Draw {
  readonly kind: EventKind;
  readonly gap: number;
  /** 0 to 5: whoever would naturally act; 6: nobody named; 7: anybody. */
  readonly actor: number;
  readonly anybody: string;
  readonly to: string | null;
  readonly reason: string | null;
  readonly result: number;
  /** Distance of a stated due instant from the event, in days; null for none. */
  readonly due: number | null;
  readonly times: number;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.oneof(...KINDS.map(([kind, weight]) => ({ arbitrary: fc.constant(kind), weight }))),
  gap: fc.constantFrom(...GAPS),
  actor: fc.nat(7),
  anybody: fc.constantFrom(...EVERYBODY),
  to: fc.oneof(
    { arbitrary: fc.constantFrom(...UNITS), weight: 8 },
    { arbitrary: fc.constantFrom(...CENTRES), weight: 1 },
    { arbitrary: fc.constant(null), weight: 1 },
  ),
  reason: fc.constantFrom("not_in_charge", "already_done", "ownership_unclear", null),
  result: fc.nat(5),
  due: fc.oneof(
    { arbitrary: fc.constant(null), weight: 5 },
    { arbitrary: fc.integer({ min: -3, max: 30 }), weight: 1 },
  ),
  times: fc.oneof({ arbitrary: fc.constant(1), weight: 12 }, { arbitrary: fc.integer({ min: 2, max: 13 }), weight: 1 }),
});

/** Habits of real offices, played several times over: without them the third time of anything is too rare to be tested. */
const HABITS: readonly (readonly EventKind[])[] = [
  ["dispatched", "return_requested", "return_approved"],
  ["return_requested", "return_rejected"],
  ["dispatched", "completed", "reopened"],
  ["suspended", "resumed"],
  ["transferred", "signed"],
];

/** One draw, or one of the habits; a habit keeps to one unit, or wanders from one to the next. */
const draws: fc.Arbitrary<Draw[]> = fc
  .array(
    fc.oneof(
      { arbitrary: draw.map((one) => [one]), weight: 6 },
      {
        arbitrary: fc
          .record({
            one: draw,
            habit: fc.constantFrom(...HABITS),
            rounds: fc.integer({ min: 2, max: 5 }),
            wanders: fc.boolean(),
            gaps: fc.array(fc.constantFrom(...GAPS), { minLength: 3, maxLength: 3 }),
          })
          .map(({ one, habit, rounds, wanders, gaps }) =>
            Array.from({ length: rounds }, (_, round) =>
              habit.map((kind, step): Draw => {
                const to = wanders ? (UNITS[round % UNITS.length] ?? null) : (one.to ?? "甲局");
                return { ...one, kind, to, gap: gaps[step] ?? 0, actor: one.actor % 6, times: 1 };
              }),
            ).flat(),
          ),
        weight: 1,
      },
    ),
    { minLength: 1, maxLength: 18 },
  )
  .map((parts) => parts.flat());

const FIRST = Date.parse("2021-01-04T01:00:00Z");

/** Instants at which nothing special happens, and those at which days, offices and years begin and end. */
const start: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: 0, max: 6 * 365 * 24 * 60 }).map((minutes) => instant(FIRST + minutes * MINUTE)),
  fc
    .constantFrom("2021-02-10T16:00:00Z", "2021-10-08T16:00:00Z", "2022-09-30T09:30:00Z", "2026-12-31T15:59:59.999Z")
    .map((text) => instant(Date.parse(text))),
);

function actorOf({ kind, actor, anybody }: Draw, holder: string | null): string | null {
  if (actor === 7) return anybody;
  if (actor === 6) return null;
  return CENTRE_KINDS.has(kind) ? "centre" : (holder ?? "centre");
}

/** Puts draws one after the other; `ids` gives every event an id of its own. */
function build(begin: Instant, draws: readonly Draw[], ids: boolean): OrderEvent[] {
  const events: OrderEvent[] = [];
  let at = begin;
  let holder: string | null = null;
  for (const one of draws) {
    for (let time = 0; time < one.times; time++) {
      at = after(at, time === 0 ? one.gap : HOUR);
      const position = events.length;
      const moves = one.kind === "dispatched" || one.kind === "transferred" || one.kind === "reopened";
      const results = RESULTS[one.kind];
      events.push({
        ref: ids ? `e${position}` : `#${position + 1}`,
        hasId: ids,
        at,
        position,
        part: 0,
        kind: one.kind,
        unit: actorOf(one, holder),
        toUnit: moves || one.kind === "assisted" ? one.to : null,
        reasonCode: one.kind === "return_requested" ? one.reason : null,
        text: `${one.kind} ${position}`,
        operator: null,
        result: results ? (results[one.result % results.length] ?? null) : null,
        dueAt: one.due === null ? null : after(at, one.due * DAY),
      });
      if (moves && one.to && UNITS.includes(one.to)) holder = one.to;
    }
  }
  return events;
}

const order: fc.Arbitrary<OrderAttributes> = fc.record({
  category: fc.constantFrom("城市管理>园林绿化", "住房>物业", ""),
  orderType: fc.constantFrom("complaint", "consult", ""),
  urgency: fc.constantFrom("normal", "normal", "urgent", ""),
  slaClass: fc.constantFrom("", "", "complex"),
  demandClass: fc.constantFrom("normal", "normal", "normal", "repeated"),
});

/** An order that is accepted and dispatched, and then anything happens; now and then it does not even begin so. */
export const history: fc.Arbitrary<History> = fc
  .record({
    order,
    begin: start,
    draws,
    orderly: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    ids: fc.boolean(),
  })
  .map(({ order: attributes, begin, draws: drawn, orderly, ids }) => {
    const opening = drawn.slice(0, 1).flatMap((first): Draw[] => [
      { ...first, kind: "accepted", actor: 0, times: 1, gap: 0 },
      { ...first, kind: "dispatched", actor: 0, times: 1, to: first.to ?? "甲局" },
    ]);
    return { order: attributes, events: build(begin, orderly ? [...opening, ...drawn] : drawn, ids) };
  });
