import { readDemandClass, readResult } from "@tianyan/core";
import { REJECT_REASONS, type Reject, type RejectReason } from "../rows/reject";
import type { MappedRow } from "../rows/row";
import { readState, suggestKind, suggestState } from "./state-words";
import type { RecognisedTable, RejectTally } from "./types";

const EXAMPLES = 5;
const MOST_WORDS = 1_000;

/** Words with how often they came, as many as a person can look at. */
export class WordCount {
  readonly #counts = new Map<string, number>();

  add(word: string, times = 1): void {
    const count = this.#counts.get(word);
    if (count !== undefined || this.#counts.size < MOST_WORDS) this.#counts.set(word, (count ?? 0) + times);
  }

  /** Most frequent first. */
  list(): readonly { readonly word: string; readonly count: number }[] {
    return [...this.#counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
  }
}

/** What is counted while the rows of a table go by. */
export class TableTally {
  accepted = 0;
  rejected = 0;
  readonly units = new WordCount();
  readonly #rejects = new Map<RejectReason, { count: number; examples: Reject[] }>();
  readonly #unknown = new Map<RejectReason, WordCount>();
  readonly #results = new WordCount();

  reject(reject: Reject): void {
    this.rejected++;
    const seen = this.#rejects.get(reject.reason) ?? { count: 0, examples: [] };
    seen.count++;
    if (seen.examples.length < EXAMPLES) seen.examples.push(reject);
    this.#rejects.set(reject.reason, seen);
    const words = this.#unknown.get(reject.reason) ?? new WordCount();
    words.add(reject.value);
    this.#unknown.set(reject.reason, words);
  }

  event(row: MappedRow): void {
    this.accepted++;
    if (row.unit !== null) this.units.add(row.unit);
    if (row.toUnit !== null) this.units.add(row.toUnit);
    if (row.shape !== "event" || row.result === null) return;
    const { result } = row;
    if (row.kinds.some((kind) => kind === "surveyed" || kind === "rated") && readResult(result) === null)
      this.#results.add(result);
    if (row.kinds.includes("classified") && readDemandClass(result) === null) this.#results.add(result);
  }

  rejects(): readonly RejectTally[] {
    return [...this.#rejects]
      .map(([reason, seen]) => ({ reason, ...seen, ...REJECT_REASONS[reason] }))
      .sort((a, b) => b.count - a.count);
  }

  unknown(): Pick<RecognisedTable, "unknownKinds" | "unknownStatuses" | "unknownOutcomes" | "unknownResults"> {
    const of = (reason: RejectReason) => this.#unknown.get(reason)?.list() ?? [];
    return {
      unknownKinds: of("unknown_kind").map((seen) => ({ ...seen, suggestion: suggestKind(seen.word) })),
      unknownStatuses: of("unknown_status").map((seen) => ({
        ...seen,
        suggestion: readState(seen.word) ?? suggestState(seen.word),
      })),
      unknownOutcomes: of("unknown_outcome").map((seen) => ({ ...seen, suggestion: suggestKind(seen.word) })),
      unknownResults: this.#results.list().map((seen) => ({ ...seen, suggestion: null })),
    };
  }
}
