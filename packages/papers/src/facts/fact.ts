import type { IsoDate } from "../paper/dates";
import type { OrderKey } from "../paper/paper";

/** One datum of a case, with every way in which a paper may write it; the first is how it is filled in. */
export interface Fact {
  readonly id: string;
  readonly forms: readonly [string, ...string[]];
  readonly orders: readonly OrderKey[];
  /** Of a count: the figure, and the words it is counted in. */
  readonly figure?: { readonly value: number; readonly measures: readonly string[] };
  readonly date?: IsoDate;
}

export type FactTable = ReadonlyMap<string, Fact>;
