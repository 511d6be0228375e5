import type { ShopKind } from "./places";

/** Where a matter happens; each kind of place has its own vocabulary (county/places.ts). */
export type PlaceKind =
  | "estate"
  | "road"
  | "village"
  | "shop"
  | "school"
  | "hospital"
  | "plant"
  | "site"
  | "bus"
  | "hall";

/** How the orders of a matter divide into consult, help, complaint, report, suggestion. */
type Mood = "ask" | "need" | "grievance" | "report" | "mixed";

/** One third-level category with its vocabulary. Slots: {place} {since} {span} {at} {money} {wage} {fee} {n} {nn} {lately} {shop} {firm}. */
export interface Matter {
  /** Second and third level, `b>c`; the first level is that of its group. */
  readonly path: string;
  /** Weight among the matters of its group. */
  readonly share: number;
  /** Who deals with it: the first is named in the competence catalogue. `town` is the town of the place, which no row can name. */
  readonly units: readonly string[];
  readonly mood: Mood;
  /** Line of the hotline it came in on before the merger. */
  readonly line: string;
  readonly place: PlaceKind;
  /** Which shops {shop} stands for; services where it says nothing. */
  readonly shops?: ShopKind;
  /** Somebody has to go there and look. */
  readonly onSite: boolean;
  /** How much more often in a flood week. */
  readonly flood?: number;
  /** Probability that it is urgent; a tenth of these, but not consultations, are emergencies. */
  readonly urgent?: number;
  /** The lists run parallel: the first title goes with the first problem, and where they are as many, with the first want. */
  readonly titles: readonly string[];
  readonly problems: readonly string[];
  readonly wants: readonly string[];
  /** What the unit answers when it has done its work. */
  readonly outcomes: readonly string[];
}

/** One first-level category. */
export interface MatterGroup {
  readonly name: string;
  /** Per cent of all orders. */
  readonly share: number;
  readonly matters: readonly Matter[];
}
