import { type Condition, type Counted, isGroup, type Leaf } from "@tianyan/core";

/** How the parts of a group go together: all of them, one of them, none of them. */
export const MODES = ["all", "any", "none"] as const;
export type Mode = (typeof MODES)[number];

/** A tree as it is being built: parts keep their place by a number, and may still say nothing. */
export interface DraftGroup {
  readonly id: number;
  readonly mode: Mode;
  readonly parts: readonly Draft[];
}
export interface DraftLeaf {
  readonly id: number;
  readonly leaf: Leaf;
}
export type Draft = DraftGroup | DraftLeaf;

export const isDraftGroup = (draft: Draft): draft is DraftGroup => "mode" in draft;

let last = 0;
const nextId = (): number => ++last;

export const draftLeaf = (leaf: Leaf): DraftLeaf => ({ id: nextId(), leaf });
export const draftGroup = (mode: Mode, parts: readonly Draft[]): DraftGroup => ({ id: nextId(), mode, parts });

function draftOf(condition: Condition): Draft {
  if (!isGroup(condition)) return draftLeaf(condition);
  if (condition.is !== "not") return draftGroup(condition.is, condition.of.map(draftOf));
  const { of } = condition;
  if (of.is === "any") return draftGroup("none", of.of.map(draftOf));
  return draftGroup("none", [draftOf(of)]);
}

/** The tree of a condition, in a group at its root; of none, an empty group. */
export function readDraft(condition: Condition | null): DraftGroup {
  if (condition === null) return draftGroup("all", []);
  const draft = draftOf(condition);
  return isDraftGroup(draft) ? draft : draftGroup("all", [draft]);
}

/** What the tree says; parts that say nothing yet are left out. Null: nothing at all. */
export function writeDraft(draft: Draft): Condition | null {
  if (!isDraftGroup(draft)) return saysSomething(draft.leaf) ? draft.leaf : null;
  const of = draft.parts.flatMap((part) => writeDraft(part) ?? []);
  const [only] = of;
  if (only === undefined) return null;
  if (draft.mode === "none") return { is: "not", of: of.length === 1 ? only : { is: "any", of } };
  return of.length === 1 ? only : { is: draft.mode, of };
}

/** True once it narrows anything down. */
export function saysSomething(leaf: Leaf): boolean {
  switch (leaf.is) {
    case "source":
    case "district":
    case "category":
    case "urgency":
    case "rating":
      return leaf.in.length > 0;
    case "text":
      return leaf.has.trim() !== "";
    case "accepted":
      return leaf.from !== undefined || leaf.to !== undefined;
    case "age":
    case "count":
      return leaf.at_least !== undefined || leaf.at_most !== undefined;
    default:
      return true;
  }
}

/** What can be chosen for a row: a condition, or what is counted. */
export type RowKind = Exclude<Leaf["is"], "count"> | `count:${Counted}`;

export const kindOf = (leaf: Leaf): RowKind => (leaf.is === "count" ? `count:${leaf.what}` : leaf.is);

/** A row of this kind as one begins with it. */
export function emptyLeaf(kind: RowKind): Leaf {
  switch (kind) {
    case "source":
    case "district":
    case "category":
      return { is: kind, in: [] };
    case "urgency":
      return { is: "urgency", in: [] };
    case "rating":
      return { is: "rating", in: [] };
    case "state":
      return { is: "state", state: "open" };
    case "accepted":
      return { is: "accepted" };
    case "age":
      return { is: "age", at_least: 10 };
    case "due":
      return { is: "due", days: 3 };
    case "overdue":
      return { is: "overdue", days: 0 };
    case "text":
      return { is: "text", has: "" };
    case "leg":
      return { is: "leg", leg: { units: [], holding: true } };
    case "finding": {
      const none = { rules: [], levels: [], units: [], statuses: [], outcomes: [] };
      return { is: "finding", finding: { view: "watchlist", ...none } };
    }
    default:
      return { is: "count", what: kind.slice("count:".length) as Counted, at_least: 1 };
  }
}
