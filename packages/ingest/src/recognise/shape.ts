import { isEventKind, readKind } from "@tianyan/core";
import { EVENT_HEADERS } from "../profiles/columns";
import type { TableReader } from "../readers/reader";
import { builtInMap } from "../rows/column-plan";
import { readState } from "./state-words";
import type { Shape } from "./types";

/** Share of a column's filled values that `knows` knows, in the sample. */
function share(reader: TableReader, header: string | undefined, knows: (word: string) => boolean): number {
  const place = header === undefined ? -1 : reader.columns.indexOf(header);
  if (place === -1) return 0;
  const filled = reader.sample.map((row) => row[place] ?? "").filter((value) => value !== "");
  return filled.length === 0 ? 0 : filled.filter(knows).length / filled.length;
}

const isKind = (word: string): boolean => isEventKind(word) || readKind(word) !== null;

/** What a row of an events table is, by its headers, and where they allow both, by the words of its sample. */
export function suggestShape(reader: TableReader): Shape {
  const closed = { ...reader, openEnded: false };
  const event = builtInMap(closed, EVENT_HEADERS.event);
  const state = builtInMap(closed, EVENT_HEADERS.state);
  const step = builtInMap(closed, EVENT_HEADERS.step);
  if (!event.at && step.received_at) return "step";
  if (step.received_at && step.finished_at && !event.kind) return "step";
  if (!event.kind && state.status) return "state";
  if (event.kind && state.status && state.status[0] !== event.kind[0]) {
    const kinds = share(reader, event.kind[0], isKind);
    return kinds === 0 && share(reader, state.status[0], (word) => readState(word) !== null) > 0.5 ? "state" : "event";
  }
  return "event";
}
