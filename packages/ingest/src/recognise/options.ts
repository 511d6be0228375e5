import type { Instant, UnitRow } from "@tianyan/core";
import type { TableChoice } from "../tables/choice";

export interface RecogniseOptions {
  /** Zone of instants without an offset. */
  readonly zone: string;
  readonly now: Instant;
  /** Units on record already; those of a units table among the files come to them. */
  readonly units?: readonly UnitRow[];
  /** Answers of people, or an earlier profile: entries of the profile document that stand instead of what is found. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Rows of each table that are looked at; 200,000 unless said otherwise. */
  readonly rows?: number;
  /** What people said of single tables. */
  readonly choices?: readonly TableChoice[];
  readonly signal?: AbortSignal;
  /** Told how much is done, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

/** Rows of each table that are looked at, unless said otherwise. */
export const ROWS = 200_000;
/** Every file is looked through once; then the first rows of its tables are read. */
export const OPENING_SHARE = 0.6;
