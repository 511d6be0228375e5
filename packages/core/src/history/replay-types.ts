import type { Instant } from "../instant";
import type { OrderEvent } from "./event";
import type { DemandClass } from "./order";

/** From acceptance, or a (possibly implied) reopening, to the instant the order is done. */
export interface Spell {
  readonly start: Instant;
  readonly startEvent: OrderEvent;
  readonly reopened: boolean;
  readonly end: Instant | null;
  /** The unit of the leg that ended in done, or, done from the pool, the pool's centre; null while open. */
  readonly doneBy: string | null;
  readonly legs: readonly Leg[];
}

/** A span in which a centre has the order in its pool. */
export interface PoolStay {
  readonly centre: string;
  readonly start: Instant;
  readonly startEvent: OrderEvent;
  readonly end: Instant | null;
  readonly spell: Spell;
}

export interface Suspension {
  readonly leg: Leg;
  readonly start: Instant;
  readonly startEvent: OrderEvent;
  readonly end: Instant | null;
}

/** How a leg ended, and who let the order go. */
export type LegEnding =
  | { readonly how: "returned"; readonly centre: string }
  | { readonly how: "recalled"; readonly centre: string }
  | { readonly how: "passed"; readonly by: string }
  | { readonly how: "done" };

/** A maximal span in which one unit holds the order. Its events come after the one that began it, up to the one that ends it. */
export interface Leg {
  readonly unit: string;
  readonly start: Instant;
  readonly startEvent: OrderEvent;
  /** Whose error it is if the order was sent here wrongly. */
  readonly begunBy: string;
  readonly spell: Spell;
  readonly end: Instant | null;
  readonly ending: LegEnding | null;
  readonly requests: readonly Request[];
}

/** A request of a return or an extension within a leg. */
export interface Request {
  readonly about: "return" | "extension";
  readonly event: OrderEvent;
  readonly leg: Leg;
  /** By the holder itself, or with no unit named: not by a centre in its stead. */
  readonly own: boolean;
  readonly answer: Answer | null;
}

export interface Answer {
  readonly approved: boolean;
  readonly event: OrderEvent;
  /** In whose pool the order came by an approved return; else null. */
  readonly centre: string | null;
}

/** A due instant, while it was in force: from the event that set it to the one that changed or ended it. */
export interface DueSpan {
  readonly due: Instant;
  readonly setBy: OrderEvent;
  readonly until: Instant | null;
  readonly spell: Spell;
  readonly provisional: boolean;
}

/** An event that takes effect, with what stood when it came. */
export interface ReplayedEvent {
  readonly event: OrderEvent;
  /** False for a repeated verdict: it may end the leg, but counts for no rule. */
  readonly counts: boolean;
  /** The leg that contains it: the one in which the order was held just before. */
  readonly leg: Leg | null;
  /** The leg that it begins. */
  readonly begins: Leg | null;
  /** The leg that it ends. */
  readonly ends: Leg | null;
  /** The spell that it falls into or begins; null on a done order. */
  readonly spell: Spell | null;
  /** It makes the order done. */
  readonly finishes: boolean;
  /** One of the holder's own events. */
  readonly own: boolean;
  /** The request that it makes or answers. */
  readonly request: Request | null;
  /** The due instant in force just before it. */
  readonly due: Instant | null;
  /** The leg is suspended after it. */
  readonly suspended: boolean;
}

/** A history with everything that rules ask of it. */
export interface Replay {
  readonly events: readonly ReplayedEvent[];
  readonly spells: readonly Spell[];
  readonly legs: readonly Leg[];
  readonly pools: readonly PoolStay[];
  readonly suspensions: readonly Suspension[];
  readonly dues: readonly DueSpan[];
  /** The first is the class at acceptance, from the beginning of time on. */
  readonly demandClasses: readonly { readonly from: Instant; readonly demandClass: DemandClass }[];
}

/** Contact with the citizen or the place: what a unit must have sought before it says that a matter is not its own. */
export const isContact = (event: OrderEvent): boolean => event.kind === "contacted" || event.kind === "visited";

/** Kinds that tell the citizen something or look at the matter. */
export const isOutreach = (event: OrderEvent): boolean => isContact(event) || event.kind === "replied";

/** Kinds that move the matter itself on. */
export const isSubstantive = (event: OrderEvent): boolean =>
  isOutreach(event) || event.kind === "progressed" || event.kind === "completed";
