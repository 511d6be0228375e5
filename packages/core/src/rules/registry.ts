import type { EventKind } from "../history/event";
import { beliedReturn } from "./belied-return";
import { circulation } from "./circulation";
import { dissatisfied } from "./dissatisfied";
import { hollowProgress } from "./hollow-progress";
import { RULES, type RuleId } from "./ids";
import { inaction } from "./inaction";
import { instantCompletion } from "./instant-completion";
import { lateExtension } from "./late-extension";
import { lateReturn } from "./late-return";
import { longOpen } from "./long-open";
import { overdue } from "./overdue";
import { pingPong } from "./ping-pong";
import { rejectedReturns } from "./rejected-returns";
import { reopened } from "./reopened";
import { repeatedExtensions } from "./repeated-extensions";
import { repeatedReturns } from "./repeated-returns";
import type { Rule } from "./rule";
import { shiftingReasons } from "./shifting-reasons";
import { suspensionAbuse } from "./suspension-abuse";
import { uncontacted } from "./uncontacted";
import { undispatched } from "./undispatched";
import { unsigned } from "./unsigned";
import { unverifiedCompletion } from "./unverified-completion";
import { unverifiedReturn } from "./unverified-return";
import { wrongDispatch } from "./wrong-dispatch";
import { wrongfulReturn } from "./wrongful-return";

/** Every rule, once. A new one is added here, in ids.ts, in the defaults and in its texts. */
export const REGISTRY: Readonly<Record<RuleId, Rule>> = {
  "rejected-returns": rejectedReturns,
  "repeated-returns": repeatedReturns,
  "late-return": lateReturn,
  "ping-pong": pingPong,
  "shifting-reasons": shiftingReasons,
  "unverified-return": unverifiedReturn,
  "wrongful-return": wrongfulReturn,
  "belied-return": beliedReturn,
  "wrong-dispatch": wrongDispatch,
  "repeated-extensions": repeatedExtensions,
  "late-extension": lateExtension,
  reopened,
  "unverified-completion": unverifiedCompletion,
  "instant-completion": instantCompletion,
  "hollow-progress": hollowProgress,
  undispatched,
  unsigned,
  uncontacted,
  inaction,
  circulation,
  overdue,
  "long-open": longOpen,
  "suspension-abuse": suspensionAbuse,
  dissatisfied,
};

/** Rules measurable where a source records these kinds: it must never accuse where its source keeps no record. */
export function measurableRules(records: ReadonlySet<EventKind>): Set<RuleId> {
  return new Set(RULES.filter((id) => missingNeeds(id, records).length === 0));
}

/** What a source would have to record for the rule: of each list one kind. */
export const missingNeeds = (id: RuleId, records: ReadonlySet<EventKind>): EventKind[][] =>
  REGISTRY[id].needs.filter((kinds) => !kinds.some((kind) => records.has(kind))).map((kinds) => [...kinds]);
