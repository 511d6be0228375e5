import type { Finding } from "./finding";

export type Language = "zh" | "en";
export type Bilingual = Readonly<Record<Language, string>>;

/** What an evidence sentence is made of, ready to be put into words. */
export interface Evidence {
  readonly finding: Finding;
  /** Names of the units in the finding, joined; "" where it names nobody. */
  readonly units: string;
  readonly count: number;
  /** Working days from the start of the condition to its clearing, or to the instant asked for. */
  readonly held: string;
  /** Calendar days of the same span. */
  readonly days: number;
  readonly cleared: boolean;
  /** A figure of the measure as a number, 0 where it is missing. */
  figure(name: string): number;
  /** A text of the measure, "" where it is missing. */
  word(name: string): string;
  /** A list of the measure. */
  list(name: string): readonly string[];
  readonly unitName: (code: string) => string;
}

export interface RuleText {
  readonly name: Bilingual;
  /** What it counts or holds against, in one sentence. */
  readonly definition: Bilingual;
  /** Why this order is here, in one sentence that a stranger understands. */
  readonly sentence: Readonly<Record<Language, (evidence: Evidence) => string>>;
}

/** `1 time`, `2 times`. */
export const times = (count: number): string => (count === 1 ? "once" : `${count} times`);
