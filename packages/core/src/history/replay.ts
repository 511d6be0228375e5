import type { Clock } from "../calendar/clock";
import { type Instant, instant } from "../instant";
import type { Duration } from "../parameters/duration";
import type { Sla } from "../parameters/parameters";
import { DueTracker } from "./due";
import type { EventKind, OrderEvent } from "./event";
import type { Flag, FlagName } from "./flags";
import { type DemandClass, isDemandClass, type OrderAttributes } from "./order";
import type {
  Answer,
  Leg,
  LegEnding,
  PoolStay,
  Replay,
  ReplayedEvent,
  Request,
  Spell,
  Suspension,
} from "./replay-types";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenLeg = Mutable<Omit<Leg, "requests">> & { requests: Mutable<Request>[] };
type OpenSpell = Mutable<Omit<Spell, "legs">> & { legs: Leg[] };

export interface ReplaySetting {
  readonly clock: Clock;
  readonly sla: Sla;
  /** Codes; the first is the chief. */
  readonly centres: ReadonlySet<string>;
  readonly chief: string;
}

/** While a unit holds the order, only it, a centre or nobody named can do these. */
const RESTRICTED: ReadonlySet<EventKind> = new Set<EventKind>([
  "dispatched",
  "transferred",
  "reopened",
  "return_approved",
  "return_rejected",
  "recalled",
  "completed",
  "closed",
  "withdrawn",
  "suspended",
  "resumed",
  "return_requested",
  "extension_requested",
  "extension_approved",
  "extension_rejected",
]);

/** Kinds that need a unit to hold the order. */
const NEEDS_HOLDER: ReadonlySet<EventKind> = new Set<EventKind>([
  "return_requested",
  "return_approved",
  "return_rejected",
  "extension_requested",
  "extension_approved",
  "extension_rejected",
  "suspended",
  "recalled",
]);

/** Kinds that are odd when done by a unit that does not hold the order. */
const HOLDERS_WORK: ReadonlySet<EventKind> = new Set<EventKind>([
  "signed",
  "contacted",
  "visited",
  "progressed",
  "replied",
  "completed",
]);

/** The time allowed: by sla_class, urgency, order_type, else the default; for a reopened order that of rework. */
function allowed(sla: Sla, order: OrderAttributes): Duration {
  const { table } = sla;
  const urgency = order.urgency === "" || order.urgency === "normal" ? undefined : own(table, order.urgency);
  return own(table, order.slaClass) ?? urgency ?? own(table, order.orderType) ?? table.default;
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

class Replayer {
  readonly events: ReplayedEvent[] = [];
  readonly spells: OpenSpell[] = [];
  readonly legs: OpenLeg[] = [];
  readonly pools: Mutable<PoolStay>[] = [];
  readonly suspensions: Mutable<Suspension>[] = [];
  readonly demandClasses: { from: Instant; demandClass: DemandClass }[];
  readonly dues: DueTracker;

  private leg: OpenLeg | null = null;
  private pool: Mutable<PoolStay> | null = null;
  private spell: OpenSpell | null = null;
  private suspension: Mutable<Suspension> | null = null;
  private refused = false;

  constructor(
    private readonly setting: ReplaySetting,
    private readonly order: OrderAttributes,
    private readonly flags: Flag[],
  ) {
    this.dues = new DueTracker(setting.clock, (event, flag) => this.note(event, flag));
    this.demandClasses = [{ from: instant(Number.NEGATIVE_INFINITY), demandClass: order.demandClass }];
  }

  /** The first event accepts the order, or acceptance is implied at its instant. */
  begin(event: OrderEvent): void {
    const accepted = event.kind === "accepted";
    this.beginSpell(event, false);
    this.enterPool(event, accepted && this.isCentre(event.unit) ? event.unit : this.setting.chief);
    if (accepted) {
      this.keep(event, { leg: null, spell: this.spell, due: null });
    } else {
      this.note(event, "implied_acceptance");
      this.apply(event);
    }
  }

  apply(event: OrderEvent): void {
    const before = { leg: this.leg as Leg | null, spell: this.spell as Spell | null, due: this.dues.due };
    this.refused = false;
    const effect = this.entitled(event) ? this.effect(event) : {};
    if (!this.refused) this.keep(event, { ...before, ...effect });
  }

  private keep(
    event: OrderEvent,
    seen: Pick<ReplayedEvent, "leg" | "spell" | "due"> & Partial<Pick<ReplayedEvent, "request" | "counts">>,
  ): void {
    const { leg, due, request = null, counts = true } = seen;
    const begins = this.leg !== leg && this.leg?.startEvent === event ? (this.leg as Leg) : null;
    this.events.push({
      event,
      counts,
      leg,
      begins,
      ends: this.leg === leg ? null : leg,
      spell: seen.spell ?? this.spell,
      finishes: seen.spell !== null && this.spell === null,
      own: leg !== null && (event.unit === null || event.unit === leg.unit),
      request,
      due,
      suspended: this.suspension !== null,
    });
  }

  private note(event: OrderEvent, flag: FlagName): void {
    this.flags.push({ ref: event.ref, flag });
  }

  private refuse(event: OrderEvent, flag: FlagName): Record<string, never> {
    this.note(event, flag);
    this.refused = true;
    return {};
  }

  private isCentre(unit: string | null): unit is string {
    return unit !== null && this.setting.centres.has(unit);
  }

  private entitled(event: OrderEvent): boolean {
    const { unit, kind } = event;
    const holders = unit === null || unit === this.leg?.unit || this.isCentre(unit);
    if (holders) return true;
    if (this.leg && RESTRICTED.has(kind)) {
      this.refuse(event, "not_entitled");
      return false;
    }
    if (HOLDERS_WORK.has(kind) && !(kind === "completed" && !this.spell)) this.note(event, "not_holder");
    return true;
  }

  private effect(event: OrderEvent): Partial<Pick<ReplayedEvent, "request" | "counts">> {
    const { kind } = event;
    if (NEEDS_HOLDER.has(kind) && !this.leg) return this.refuse(event, this.spell ? "order_in_pool" : "order_done");
    switch (kind) {
      case "accepted":
        return this.refuse(event, "accepted_again");
      case "dispatched":
      case "transferred":
      case "reopened":
        return this.move(event);
      case "return_requested":
      case "extension_requested":
        return { request: this.ask(event) };
      case "return_approved":
      case "return_rejected":
        return this.answerReturn(event);
      case "extension_approved":
      case "extension_rejected":
        return this.answerExtension(event);
      case "recalled":
        return this.toPool(event, (centre) => ({ how: "recalled", centre }));
      case "suspended":
        return this.suspend(event);
      case "resumed":
        if (!this.suspension) return this.refuse(event, "not_suspended");
        this.endSuspension(event);
        return {};
      case "completed":
        if (!this.spell) return this.refuse(event, "order_done");
        return this.finish(event);
      case "closed":
      case "withdrawn":
        return this.finish(event);
      case "classified":
        return this.classify(event);
      default:
        return {};
    }
  }

  private move(event: OrderEvent): Record<string, never> {
    const open = this.spell !== null;
    if (event.kind === "transferred" && !open) return this.refuse(event, "order_done");
    if (event.kind === "reopened" && open) this.note(event, "reopened_while_open");
    if (event.toUnit === null && (open || event.kind === "dispatched")) return this.refuse(event, "no_target");
    if (open && event.toUnit === (this.leg?.unit ?? this.pool?.centre)) return this.refuse(event, "same_holder");
    if (event.kind === "dispatched" && !open) this.note(event, "implied_reopening");

    const lastCentre = this.pools.at(-1)?.centre ?? this.setting.chief;
    const cameFrom = open ? (this.leg?.unit ?? this.pool?.centre ?? lastCentre) : lastCentre;
    const begunBy = event.unit ?? cameFrom;
    if (this.leg) this.endLeg(event, { how: "passed", by: this.isCentre(event.unit) ? event.unit : this.leg.unit });
    this.leavePool(event.at);
    if (!open) this.beginSpell(event, true);

    const target = event.toUnit ?? this.legs.at(-1)?.unit ?? lastCentre;
    if (this.isCentre(target)) this.enterPool(event, target);
    else this.beginLeg(event, target, begunBy);
    const firstLeg = this.spell?.legs.length === 1 && this.leg !== null;
    this.dues.move(event, !open || firstLeg);
    return {};
  }

  private ask(event: OrderEvent): Request {
    const leg = this.leg as OpenLeg;
    const request: Mutable<Request> = {
      about: event.kind === "return_requested" ? "return" : "extension",
      event,
      leg: leg as Leg,
      own: event.unit === null || event.unit === leg.unit,
      answer: null,
    };
    leg.requests.push(request);
    return request;
  }

  /** The latest unanswered request of the leg; "answered" where all are, "none" where there is none. */
  private pending(about: Request["about"]): Mutable<Request> | "answered" | "none" {
    const requests = (this.leg as OpenLeg).requests.filter((request) => request.about === about);
    return requests.findLast((request) => request.answer === null) ?? (requests.length > 0 ? "answered" : "none");
  }

  private answerReturn(event: OrderEvent): Partial<Pick<ReplayedEvent, "request" | "counts">> {
    const request = this.pending("return");
    const approved = event.kind === "return_approved";
    if (request === "answered") this.note(event, "verdict_repeated");
    if (request === "answered" && !approved) {
      this.refused = true;
      return {};
    }
    if (approved) this.toPool(event, (centre) => ({ how: "returned", centre }));
    const centre = approved ? (this.pool?.centre ?? null) : null;
    return this.answered(request, { approved, event, centre });
  }

  private answerExtension(event: OrderEvent): Partial<Pick<ReplayedEvent, "request" | "counts">> {
    const request = this.pending("extension");
    const approved = event.kind === "extension_approved";
    if (request === "answered") return this.refuse(event, "verdict_repeated");
    if (approved) this.dues.extend(event, request === "none" ? event.at : request.event.at);
    return this.answered(request, { approved, event, centre: null });
  }

  private answered(
    request: Mutable<Request> | "answered" | "none",
    answer: Answer,
  ): Partial<Pick<ReplayedEvent, "request" | "counts">> {
    if (request === "answered") return { counts: false };
    if (request === "none") return {};
    request.answer = answer;
    return { request };
  }

  private toPool(event: OrderEvent, ending: (centre: string) => LegEnding): Record<string, never> {
    const last = this.pools.at(-1)?.centre ?? this.setting.chief;
    const centre = this.isCentre(event.unit) ? event.unit : last;
    this.endLeg(event, ending(centre));
    this.enterPool(event, centre);
    return {};
  }

  private suspend(event: OrderEvent): Record<string, never> {
    if (this.suspension) return this.refuse(event, "already_suspended");
    this.suspension = { leg: this.leg as Leg, start: event.at, startEvent: event, end: null };
    this.suspensions.push(this.suspension);
    if (this.setting.sla.pauseWhenSuspended) this.dues.pause(event.at);
    return {};
  }

  private endSuspension(event: OrderEvent): void {
    if (!this.suspension) return;
    this.suspension.end = event.at;
    this.suspension = null;
    this.dues.resume(event);
  }

  private finish(event: OrderEvent): Record<string, never> {
    if (!this.spell) return {};
    const spell = this.spell;
    spell.end = event.at;
    spell.doneBy = this.leg?.unit ?? this.pool?.centre ?? this.setting.chief;
    if (this.leg) this.endLeg(event, { how: "done" });
    this.leavePool(event.at);
    this.dues.endSpell(event.at);
    this.spell = null;
    return {};
  }

  private classify(event: OrderEvent): Record<string, never> {
    if (!isDemandClass(event.result)) return this.refuse(event, "unknown_class");
    this.demandClasses.push({ from: event.at, demandClass: event.result });
    return {};
  }

  private beginSpell(event: OrderEvent, reopened: boolean): void {
    this.spell = { start: event.at, startEvent: event, reopened, end: null, doneBy: null, legs: [] };
    this.spells.push(this.spell);
    this.dues.beginSpell(this.spell, reopened ? this.setting.sla.table.rework : allowed(this.setting.sla, this.order));
  }

  private enterPool(event: OrderEvent, centre: string): void {
    const spell = this.spell as Spell;
    this.pool = { centre, start: event.at, startEvent: event, end: null, spell };
    this.pools.push(this.pool);
  }

  private leavePool(at: Instant): void {
    if (this.pool) this.pool.end = at;
    this.pool = null;
  }

  private beginLeg(event: OrderEvent, unit: string, begunBy: string): void {
    const spell = this.spell as OpenSpell;
    this.leg = { unit, start: event.at, startEvent: event, begunBy, spell, end: null, ending: null, requests: [] };
    this.legs.push(this.leg);
    spell.legs.push(this.leg);
  }

  private endLeg(event: OrderEvent, ending: LegEnding): void {
    if (!this.leg) return;
    this.endSuspension(event);
    this.leg.end = event.at;
    this.leg.ending = ending;
    this.leg = null;
  }
}

/**
 * Replays the events of one order, in replay order and without duplicates. What cannot take effect is flagged and
 * left out (domain.md, Replay).
 */
export function replay(
  setting: ReplaySetting,
  order: OrderAttributes,
  events: readonly OrderEvent[],
  flags: Flag[],
): Replay {
  const replayer = new Replayer(setting, order, flags);
  events.forEach((event, index) => {
    if (index === 0) replayer.begin(event);
    else replayer.apply(event);
  });
  const { spells, legs, pools, suspensions, demandClasses } = replayer;
  return { events: replayer.events, spells, legs, pools, suspensions, dues: replayer.dues.spans, demandClasses };
}
