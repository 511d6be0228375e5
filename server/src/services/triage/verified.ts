import type { VerifiedItem } from "@tianyan/api";
import {
  confirmedAtLeast,
  confirmedShare,
  type Instant,
  NOTHING_VERIFIED,
  type RuleId,
  type Verified,
} from "@tianyan/core";
import { countVerified } from "@tianyan/db";
import type { Reading } from "../../auth/as-actor";

const PART_OF = { confirmed: "confirmed", dismissed: "dismissed", exempted: "exempt" } as const;

/** What was found by T of the findings of each rule, of those in sight. */
export async function loadVerified({ db }: Reading, at: Instant): Promise<(rule: RuleId) => Verified> {
  const found = new Map<string, Verified>();
  for (const { rule, kind, count } of await countVerified(db.sql, at))
    found.set(rule, { ...(found.get(rule) ?? NOTHING_VERIFIED), [PART_OF[kind]]: count });
  return (rule) => found.get(rule) ?? NOTHING_VERIFIED;
}

export const verifiedItem = (found: Verified): VerifiedItem => ({
  ...found,
  share: confirmedShare(found),
  at_least: confirmedAtLeast(found),
});
