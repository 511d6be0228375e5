import { isContact, type Request } from "../history/replay-types";
import { type OccurrenceRule, ofUnit } from "./rule";

/** 未核实即退单: a rejected request of a unit that had neither called nor gone there, nor anybody else in its leg. */
export const unverifiedReturn: OccurrenceRule = {
  id: "unverified-return",
  type: "occurrence",
  per: "unit",
  needs: [["return_requested"], ["return_rejected"], ["contacted", "visited"]],
  *occurrences({ replay }) {
    const unverified = new Set<Request>();
    let contact = false;
    for (const { event, leg, begins, request } of replay.events) {
      if (isContact(event)) contact = true;
      if (event.kind === "return_requested" && request?.own && !contact) unverified.add(request);
      if (event.kind === "return_rejected" && leg && request && unverified.has(request)) yield ofUnit(event, leg.unit);
      if (begins) contact = false;
    }
  },
};
