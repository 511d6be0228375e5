import type { Answers } from "./answers";
import type { TablesSaid } from "./table-choices";
import type { UnitDecisions } from "./unit-decisions";

/** What somebody said of the files so far. `applied`: what the preview on the screen was made with. */
export interface Draft {
  readonly answers: Answers;
  readonly applied: Answers;
  /** Which tables there are and what they are: known to the server at once. */
  readonly tables: TablesSaid;
  readonly units: UnitDecisions;
  /** Null: as recognised. */
  readonly source: string | null;
  readonly name: string | null;
}

export const EMPTY_DRAFT: Draft = { answers: {}, applied: {}, tables: {}, units: {}, source: null, name: null };

const keyOf = (uploads: readonly string[]) => `tianyan.import.${uploads.join(".")}`;

/** A reload in the middle of the work must not lose it; where storage is forbidden it is kept for the page alone. */
export function readDraft(uploads: readonly string[]): Draft {
  try {
    const kept = window.sessionStorage.getItem(keyOf(uploads));
    return kept === null ? EMPTY_DRAFT : { ...EMPTY_DRAFT, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return EMPTY_DRAFT;
  }
}

export function keepDraft(uploads: readonly string[], draft: Draft): void {
  try {
    window.sessionStorage.setItem(keyOf(uploads), JSON.stringify(draft));
  } catch {
    // Kept for this page only.
  }
}
