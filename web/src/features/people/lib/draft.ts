import type { Post, Scope } from "@tianyan/api";

/** A scope while it is chosen: empty lists narrow nothing. */
export interface ScopeDraft {
  readonly sources: readonly string[];
  readonly districts: readonly string[];
  readonly units: readonly string[];
}

export const EVERYTHING: ScopeDraft = { sources: [], districts: [], units: [] };

const some = (list: readonly string[]): string[] | null => (list.length === 0 ? null : [...list]);

export const scopeOf = ({ sources, districts, units }: ScopeDraft): Scope => ({
  sources: some(sources),
  districts: some(districts),
  units: some(units),
});

export const draftOf = ({ sources, districts, units }: Scope): ScopeDraft => ({
  sources: sources ?? [],
  districts: districts ?? [],
  units: units ?? [],
});

/** A unit contact stands for exactly one unit. */
export const isComplete = (post: Post, scope: ScopeDraft): boolean =>
  post !== "unit_contact" || scope.units.length === 1;
