import type { Request } from "../history/replay-types";
import type { OccurrenceRule } from "./rule";

/** 退而复办: a unit completes what it had asked, with success, to be rid of. */
export const beliedReturn: OccurrenceRule = {
  id: "belied-return",
  type: "occurrence",
  per: "unit",
  needs: [["return_requested"], ["completed"]],
  *occurrences({ replay }) {
    let approved: Request[] = [];
    for (const { event, leg, own, request } of replay.events) {
      if (event.kind === "return_approved" && request?.own) approved.push(request);
      if (event.kind !== "completed" || !leg || !own) continue;
      const { unit } = leg;
      for (const earlier of approved) {
        if (earlier.leg.unit !== unit) continue;
        yield { at: event.at, event: earlier.event, unit, names: [{ unit, since: event.at }] };
      }
      approved = approved.filter((earlier) => earlier.leg.unit !== unit);
    }
  },
};
