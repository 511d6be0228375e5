import type { ReplayedEvent } from "../history/replay-types";
import { type OccurrenceRule, ofOrder } from "./rule";

/** The unit that asked; nobody where a centre asked in its stead. */
export const requester = ({ leg, own }: ReplayedEvent): string[] => (leg && own ? [leg.unit] : []);

/** 反复延期: extensions asked for. */
export const repeatedExtensions: OccurrenceRule = {
  id: "repeated-extensions",
  type: "occurrence",
  per: "order",
  needs: [["extension_requested"]],
  *occurrences({ replay }) {
    for (const replayed of replay.events) {
      if (replayed.event.kind === "extension_requested") yield ofOrder(replayed.event, requester(replayed));
    }
  },
};
