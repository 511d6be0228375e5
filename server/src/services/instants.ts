import { type Instant, instant, isoInstant } from "@tianyan/core";
import type { Reader } from "./services";

export const readInstant = (iso: string): Instant => instant(Date.parse(iso));
export const readInstantOrNull = (iso: string | undefined): Instant | null =>
  iso === undefined ? null : readInstant(iso);
export const isoOrNull = (at: Instant | number | null): string | null => (at === null ? null : isoInstant(instant(at)));

/** T of a request; absent: now. */
export const instantOf = ({ now }: Pick<Reader, "now">, at: string | undefined): Instant =>
  at === undefined ? now() : readInstant(at);
