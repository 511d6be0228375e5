import { type OrderEvent, SURVEY_RESULTS, type SurveyResult } from "../history/event";
import type { Replay } from "../history/replay-types";
import type { Instant } from "../instant";
import type { Counted } from "./condition";

/** When what is counted of an order happened, in the order of time; and what was said of it, and when it was due. */
export interface Tally extends Readonly<Record<Counted, readonly Instant[]>> {
  readonly ratings: readonly { readonly at: Instant; readonly said: SurveyResult }[];
  readonly dues: readonly { readonly due: Instant; readonly from: Instant; readonly until: Instant | null }[];
}

const BY_DIGIT: Readonly<Record<string, SurveyResult>> = {
  "1": "dissatisfied",
  "2": "dissatisfied",
  "3": "basically_satisfied",
  "4": "satisfied",
  "5": "satisfied",
};

/** A rating from 1 to 5 in words (domain.md, the table of kinds); null where nothing was said. */
function said({ kind, result }: OrderEvent): SurveyResult | null {
  if ((kind !== "surveyed" && kind !== "rated") || result === null) return null;
  return BY_DIGIT[result] ?? SURVEY_RESULTS.find((word) => word === result) ?? null;
}

/** Requests count whatever became of them, rejections where they count for rules, hand-offs within a spell. */
export function tallyOf({ events, legs, spells, dues }: Replay): Tally {
  const requested = (about: "return" | "extension") =>
    events.flatMap(({ event, request }) => (request?.about === about && request.event === event ? [event.at] : []));
  return {
    legs: legs.map(({ start }) => start),
    transfers: legs.flatMap(({ unit, spell, start }, index) => {
      const before = legs[index - 1];
      return before && before.spell === spell && before.unit !== unit ? [start] : [];
    }),
    returns: requested("return"),
    rejected_returns: events.flatMap(({ event, leg, counts }) =>
      leg && counts && event.kind === "return_rejected" ? [event.at] : [],
    ),
    extensions: requested("extension"),
    reopenings: spells.flatMap(({ reopened, start }) => (reopened ? [start] : [])),
    ratings: events.flatMap(({ event }) => {
      const word = said(event);
      return word === null ? [] : [{ at: event.at, said: word }];
    }),
    dues: dues.map(({ due, setBy, until }) => ({ due, from: setBy.at, until })),
  };
}
