import type { OrderEvent } from "../history/event";
import { isOutreach } from "../history/replay-types";
import { type OccurrenceRule, ofUnit } from "./rule";

/** 空转式反馈: notes of progress in a row, with nobody called, visited or answered between them. */
export const hollowProgress: OccurrenceRule = {
  id: "hollow-progress",
  type: "occurrence",
  per: "unit",
  needs: [["progressed"], ["contacted", "visited", "replied"]],
  *occurrences({ replay }) {
    const longest = new Map<string, number>();
    let run: OrderEvent[] = [];
    for (const { event, leg, own, begins } of replay.events) {
      if (isOutreach(event)) run = [];
      if (event.kind === "progressed" && leg && own) {
        run.push(event);
        if (run.length > (longest.get(leg.unit) ?? 0)) {
          longest.set(leg.unit, run.length);
          yield { ...ofUnit(event, leg.unit), run: [...run] };
        }
      }
      if (begins) run = [];
    }
  },
};
