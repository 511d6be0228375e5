/** An instant as milliseconds since 1970-01-01T00:00:00Z; a type of its own, so that a duration is never taken for one. */
export type Instant = number & { readonly __brand: "Instant" };

export const instant = (ms: number): Instant => ms as Instant;

/** The instant `ms` milliseconds after `at`. */
export const after = (at: Instant, ms: number): Instant => (at + ms) as Instant;

/** The form of the files: `2021-10-28T07:05:00.000Z`. */
export const isoInstant = (at: Instant): string => new Date(at).toISOString();

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
