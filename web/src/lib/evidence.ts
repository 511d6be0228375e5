import { type FindingItem, toFinding } from "@tianyan/api";
import { type Clock, createClock, DEFAULT_PARAMETERS, evidence, type Instant, type Language } from "@tianyan/core";

export interface EvidenceOf {
  readonly language: Language;
  readonly at: Instant;
  readonly unitName: (code: string) => string;
  /** By which working days are counted; the national calendar where the order's own is not at hand. */
  readonly clock?: Clock;
}

const home = createClock(DEFAULT_PARAMETERS);

/** Why an order is flagged, in one sentence. */
export function evidenceOf(finding: FindingItem, { clock = home, ...setting }: EvidenceOf): string {
  const sentence = evidence(toFinding(finding), { ...setting, clock });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
