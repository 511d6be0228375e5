import { ORDER_HEADERS } from "../profiles/columns";
import { builtInMap } from "../rows/column-plan";
import type { Draft } from "./draft";
import { readOutcome, readState } from "./state-words";
import { FIELD_OF_SHAPE, wordsOfColumn } from "./words-of-column";

/** The order of day and month that the columns tell, where they agree; a question leaves it open. */
function datesOf(events: readonly Draft[]): "iso" | "dmy" | "mdy" {
  const found = new Set(events.flatMap(({ dates }) => dates.flatMap(({ profile }) => profile ?? [])));
  if (found.has("dmy") && !found.has("mdy")) return "dmy";
  return found.has("mdy") && !found.has("dmy") ? "mdy" : "iso";
}

/** A map that stands for every table of the kind, or nothing: then each is read by the built-in headers. */
function commonMap(drafts: readonly Draft[]): Readonly<Record<string, string | readonly string[]>> | null {
  const [first, ...others] = drafts;
  if (!first) return null;
  const same = others.every(({ map }) => JSON.stringify(map) === JSON.stringify(first.map));
  if (!same) return null;
  return Object.fromEntries(
    Object.entries(first.map).map(([column, spec]) => [column, spec.length === 1 ? (spec[0] ?? "") : spec]),
  );
}

/** What an events table without one of orders beside it says of its orders, in columns that say nothing of events. */
function ordersWithin(draft: Draft): Draft {
  const used = new Set(Object.values(draft.map).flat());
  const found = Object.entries(builtInMap({ ...draft.open.reader, openEnded: false }, ORDER_HEADERS)).filter(
    ([column, spec]) => column !== "source" && spec.every((header) => !used.has(header)),
  );
  const id = draft.map.order_id;
  return { ...draft, map: found.length > 0 && id ? { order_id: id, ...Object.fromEntries(found) } : {} };
}

/** The profile document that loads the tables as they stand; `answers` stand instead of what was found. */
export async function draftProfile(
  drafts: readonly Draft[],
  answers: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const events = drafts.filter(({ kind }) => kind === "events");
  const shape = events[0]?.shape ?? "event";
  const own = events.filter((draft) => draft.shape === shape);
  const document: Record<string, unknown> = { source: "12345", name: "12345", dates: datesOf(own) };
  // Where they differ, each table is taken its own way: the profile says nothing for all.
  const [first] = own;
  if (own.every(({ newestFirst }) => newestFirst === first?.newestFirst))
    document.rows = first?.newestFirst ? "newest-first" : "oldest-first";
  document.shape = shape;
  const tables = drafts.filter(({ kind }) => kind === "orders");
  const orders = commonMap(tables.length > 0 ? tables : own.map(ordersWithin));
  if (orders?.order_id) document.orders = orders;
  const map = commonMap(own);
  const needed = {
    event: ["order_id", "at", "kind"],
    state: ["order_id", "at", "status"],
    step: ["order_id", "received_at"],
  };
  if (map && needed[shape].every((column) => column in map)) document.events = map;
  const field = FIELD_OF_SHAPE[shape];
  if (field) {
    const read = shape === "state" ? readState : readOutcome;
    const words = await wordsOfColumn(own, shape === "state" ? "status" : "outcome");
    document[field] = Object.fromEntries(words.flatMap((word) => (read(word) === null ? [] : [[word, read(word)]])));
  }
  return { ...document, ...answers, ...mergedWords(document, answers) };
}

type Doc = Readonly<Record<string, unknown>>;

/** Answers to single words come to those that are known. */
function mergedWords(document: Doc, answers: Doc): Doc {
  const merged: Record<string, unknown> = {};
  for (const field of ["kinds", "status", "outcomes"]) {
    const known = document[field];
    const said = answers[field];
    if (typeof known === "object" && typeof said === "object") merged[field] = { ...known, ...said };
  }
  return merged;
}
