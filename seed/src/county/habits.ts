/**
 * What a unit (or a shift of the centre) does now and then beside working well. The probability is that of one leg.
 */
export type Habit =
  /** Asks to be rid of the order first, looks later. */
  | "returns-first"
  /** Leaves the order lying without a call or a visit. */
  | "lets-lie"
  /** Writes progress notes in which nothing happens. */
  | "hollow-notes"
  /** Asks for more time at the last hour, or after it, and again. */
  | "extends-late"
  /** Reports it done before it is; the citizen calls again. */
  | "closes-early"
  /** Reports it done without having spoken to anyone. */
  | "closes-unseen"
  /** Puts the clock on hold and leaves it there. */
  | "parks";

export interface UnitHabit {
  readonly unit: string;
  readonly habit: Habit;
  readonly chance: number;
}

export const HABITS: readonly UnitHabit[] = [
  { unit: "nyj", habit: "returns-first", chance: 0.36 },
  { unit: "fcz", habit: "returns-first", chance: 0.2 },
  { unit: "hbj", habit: "returns-first", chance: 0.1 },
  { unit: "t09", habit: "returns-first", chance: 0.25 },
  { unit: "t05", habit: "lets-lie", chance: 0.4 },
  { unit: "t12", habit: "lets-lie", chance: 0.2 },
  { unit: "szs", habit: "lets-lie", chance: 0.12 },
  { unit: "zjj", habit: "lets-lie", chance: 0.2 },
  { unit: "gjg", habit: "hollow-notes", chance: 0.22 },
  { unit: "t03", habit: "hollow-notes", chance: 0.18 },
  { unit: "glz", habit: "extends-late", chance: 0.42 },
  { unit: "yls", habit: "extends-late", chance: 0.25 },
  { unit: "swt", habit: "closes-early", chance: 0.13 },
  { unit: "hws", habit: "closes-early", chance: 0.08 },
  { unit: "gxj", habit: "closes-unseen", chance: 0.3 },
  { unit: "cgj", habit: "closes-unseen", chance: 0.07 },
  { unit: "rqg", habit: "parks", chance: 0.2 },
];

/** Two units that each say the other is in charge, and the matters they do it with. */
export const PAIR = { units: ["zgj", "bdc"], path: "不动产登记>办证难", chance: 0.35 } as const;

/** The share of wrong first dispatches, by the shift of the operator. */
export const MISROUTE = { usual: 0.02, nightShift: 0.13 } as const;

export function habitsOf(unit: string): readonly UnitHabit[] {
  return HABITS.filter((entry) => entry.unit === unit);
}
