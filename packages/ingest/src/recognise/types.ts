import type { EventKind } from "@tianyan/core";
import type { DetectedDates } from "../dates/detect-form";
import type { OpenFile } from "../readers/open-file";
import type { Words } from "../refusal";
import type { Reject, RejectReason } from "../rows/reject";
import type { OrderState } from "../rows/row";
import type { TableKind } from "../rows/table";

export type Shape = "event" | "state" | "step";

/** Which header of the file is which canonical column; several are joined. */
export interface RecognisedColumn {
  readonly column: string;
  readonly headers: readonly string[];
  /** Other headers that could have been meant; the sample decided. */
  readonly others: readonly string[];
}

export interface UnusedColumn {
  readonly header: string;
  /** A value or two of the sample, to see what it is about. */
  readonly examples: readonly string[];
}

/** A word of the file that is not known, with what it may mean; nothing is applied until somebody says so. */
export interface UnknownWord<T extends string> {
  readonly word: string;
  readonly count: number;
  readonly suggestion: T | null;
}

export interface UnitSuggestion {
  /** As the units table has it, or as another spelling in the files. */
  readonly code: string;
  readonly name: string;
  /** `fold`: the same but for place and office words; `part`: one within the other; `short`: an abbreviation; `spelling`: a letter or two. */
  readonly by: "fold" | "part" | "short" | "spelling";
}

export interface UnknownUnit {
  readonly word: string;
  readonly count: number;
  /** Best first, three at most. */
  readonly suggestions: readonly UnitSuggestion[];
}

export interface RejectTally extends Words {
  readonly reason: RejectReason;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly Reject[];
}

/** Which way the rows of an order run, by pairs of rows of the same order that stand after one another with different instants. */
export interface RowOrder {
  readonly newestFirst: boolean;
  readonly rising: number;
  readonly falling: number;
}

/** Something that only people can say. */
export interface Question extends Words {
  readonly code:
    | "day_or_month"
    | "day_and_month"
    | "missing_column"
    | "unknown_kind"
    | "unknown_status"
    | "unknown_outcome"
    | "newest_first"
    | "shape";
  /** Of a table: its name. */
  readonly table: string;
  readonly column: string | null;
}

/** One table that was found in a file: the file, or a sheet of it. */
export interface RecognisedTable {
  /** As rejects and messages name it. */
  readonly name: string;
  readonly path: string;
  readonly sheet: string | null;
  readonly format: OpenFile["format"];
  readonly encoding: OpenFile["encoding"];
  readonly delimiter: string | null;
  /** Line from 1; 0 where the format has none. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** Null: no table that is known; it is left out. */
  readonly kind: TableKind | null;
  /** What its headers tell, whatever somebody said. */
  readonly foundKind: TableKind | null;
  /** False: somebody left it out; its rows were not looked at. */
  readonly used: boolean;
  /** Of events. */
  readonly shape: Shape | null;
  readonly columns: readonly RecognisedColumn[];
  readonly unused: readonly UnusedColumn[];
  /** Canonical columns without which the table cannot be loaded. */
  readonly missing: readonly string[];
  readonly dates: readonly (DetectedDates & { readonly column: string; readonly header: string })[];
  readonly rowOrder: RowOrder | null;
  /** Whether its rows are taken from the last to the first: as somebody said, else as found. */
  readonly newestFirst: boolean;
  /** The first rows as read, values by place of `headers`. */
  readonly sample: readonly (readonly string[])[];
  /** Rows looked at: accepted and rejected by the profile below. `whole`: all that there are. */
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly whole: boolean;
  readonly rejects: readonly RejectTally[];
  readonly unknownKinds: readonly UnknownWord<EventKind>[];
  readonly unknownStatuses: readonly UnknownWord<OrderState>[];
  readonly unknownOutcomes: readonly UnknownWord<EventKind>[];
  readonly unknownResults: readonly UnknownWord<string>[];
}

export interface RecognisedFile {
  readonly path: string;
  /** Why the file cannot be used as it stands; its tables, as far as there are any, may be left out or be said to be something else. */
  readonly refusal: ({ readonly code: string } & Words) | null;
  readonly tables: readonly RecognisedTable[];
}

/** What files were recognised as, and a profile that loads them as they stand. */
export interface Recognition {
  readonly files: readonly RecognisedFile[];
  /** To be read by `parseProfile`, or written as YAML. */
  readonly profile: Readonly<Record<string, unknown>>;
  readonly questions: readonly Question[];
  /** Words for units that no units table has. */
  readonly unknownUnits: readonly UnknownUnit[];
}
