import type { Instant } from "@tianyan/core";
import { type Block, type HeadingLevel, spansText } from "../paper/paper";
import { common } from "./common";

export interface Author {
  readonly name: string;
  readonly at: Instant;
}

/** What somebody did to a text; null where it stayed. */
export type Change = { readonly how: "inserted" | "deleted"; readonly by: Author } | null;

export interface TrackedRun {
  readonly text: string;
  readonly change: Change;
}

/** A block with its changes; `change` is that of the whole block where all of it came or went. */
export interface TrackedBlock {
  readonly type: Block["type"];
  readonly level: HeadingLevel | null;
  readonly change: Change;
  readonly runs: readonly TrackedRun[];
}

/** How much of the longer text must have stayed for two blocks to be one that was changed. */
const SAME_BLOCK = 0.4;

/** What `by` did to make `after` of `before`: blocks in order, with what was inserted and what was deleted in each. */
export function trackChanges(before: readonly Block[], after: readonly Block[], by: Author): readonly TrackedBlock[] {
  const kept = common(before.map(identity), after.map(identity));
  const tracked: TrackedBlock[] = [];
  let a = 0;
  let b = 0;
  for (const [nextA, nextB] of [...kept, [before.length, after.length] as const]) {
    tracked.push(...between(before.slice(a, nextA), after.slice(b, nextB), by));
    const same = after[nextB];
    if (same) tracked.push(block(same, null, [{ text: spansText(same.spans), change: null }]));
    a = nextA + 1;
    b = nextB + 1;
  }
  return tracked;
}

const levelOf = (one: Block): HeadingLevel | null => (one.type === "heading" ? one.level : null);
const identity = (one: Block): string => `${levelOf(one) ?? ""}|${spansText(one.spans)}`;
const block = (one: Block, change: Change, runs: readonly TrackedRun[]): TrackedBlock => ({
  type: one.type,
  level: levelOf(one),
  change,
  runs,
});

/** Blocks of which none stayed as it was: each new one is the next old one changed, where enough of that stayed. */
function between(before: readonly Block[], after: readonly Block[], by: Author): readonly TrackedBlock[] {
  const tracked: TrackedBlock[] = [];
  const whole = (one: Block, how: "inserted" | "deleted"): unknown =>
    tracked.push(block(one, { how, by }, [{ text: spansText(one.spans), change: { how, by } }]));
  let next = 0;
  for (const one of after) {
    const text = spansText(one.spans);
    const found = before.findIndex(
      (old, index) => index >= next && levelOf(old) === levelOf(one) && alike(spansText(old.spans), text),
    );
    const old = before[found];
    if (!old) {
      whole(one, "inserted");
      continue;
    }
    for (const gone of before.slice(next, found)) whole(gone, "deleted");
    tracked.push(block(one, null, trackText(spansText(old.spans), text, by)));
    next = found + 1;
  }
  for (const gone of before.slice(next)) whole(gone, "deleted");
  return tracked;
}

const alike = (before: string, after: string): boolean =>
  common([...before], [...after]).length >= SAME_BLOCK * Math.max(before.length, after.length);

/** The runs of a text: what stayed, what was deleted, what was inserted in its stead. */
export function trackText(before: string, after: string, by: Author): readonly TrackedRun[] {
  const runs: TrackedRun[] = [];
  const add = (text: string, how: "inserted" | "deleted" | null): void => {
    const last = runs.at(-1);
    if (text === "") return;
    if (last && (last.change?.how ?? null) === how) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, change: how && { how, by } });
  };
  let a = 0;
  let b = 0;
  for (const [fromA, fromB, length] of stretches(before, after)) {
    add(before.slice(a, fromA), "deleted");
    add(after.slice(b, fromB), "inserted");
    add(before.slice(fromA, fromA + length), null);
    a = fromA + length;
    b = fromB + length;
  }
  add(before.slice(a), "deleted");
  add(after.slice(b), "inserted");
  return runs;
}

/** A single character between two changes is no sign that something stayed. */
const SHORTEST = 2;

/** What stayed: where it stood, where it stands, how long it is. */
export function stretches(before: string, after: string): readonly (readonly [number, number, number])[] {
  const found: [number, number, number][] = [];
  for (const [a, b] of common(before.split(""), after.split(""))) {
    const last = found.at(-1);
    if (last && last[0] + last[2] === a && last[1] + last[2] === b) last[2]++;
    else found.push([a, b, 1]);
  }
  return found.filter(
    ([a, b, length]) =>
      length >= SHORTEST || (a === 0 && b === 0) || (a + length === before.length && b + length === after.length),
  );
}
