import type { EventKind } from "@tianyan/core";
import type { Profile } from "../profiles/profile";
import type { OrderState } from "../rows/row";

/**
 * Kinds that a source records: what its profile declares, else all that its shape can derive. Of shape `event` that is nothing by itself:
 * the kinds that occur are added by whoever loads the rows, unless the profile declares them.
 */
export function derivableKinds(profile: Profile): ReadonlySet<EventKind> {
  if (profile.records) return profile.records;
  if (profile.shape === "event") return new Set();
  if (profile.shape === "step") return new Set<EventKind>(["dispatched", ...[...profile.outcomes.values()].flat()]);
  return new Set(ofStates(new Set([...profile.states.values()].filter((state) => state !== null))));
}

/** Kinds that can follow from rows in these states (formats.md, `shape: state`, 1 to 5). */
function* ofStates(states: ReadonlySet<OrderState>): Generator<EventKind> {
  const any = (...some: readonly OrderState[]): boolean => some.some((state) => states.has(state));
  yield "accepted";
  const done = any("completed", "closed", "withdrawn");
  const held = any("queued", "working", "waiting");
  if (done && (held || any("pooled"))) yield "reopened";
  if (held && any("pooled")) yield "recalled";
  if (held || done) {
    yield "dispatched";
    yield "transferred";
  }
  if (any("waiting") && any("queued", "working")) yield "resumed";
  if (any("working", "waiting")) yield "signed";
  if (any("waiting")) yield "suspended";
  if (any("working")) yield "progressed";
  if (any("completed", "closed")) yield "completed";
  if (any("closed")) yield "closed";
  if (any("withdrawn")) yield "withdrawn";
}
