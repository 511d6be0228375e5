import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type OrderEvent, RULES } from "../../src/index";
import { type History, history } from "../histories";
import { judgeBy, RUNS } from "./setting";

const { judge } = judgeBy(DEFAULT_PARAMETERS);

const renumbered = (events: readonly OrderEvent[]): OrderEvent[] =>
  events.map((event, position) => ({ ...event, position }));

/** Another order of the rows in which those of one instant keep theirs. */
function shuffled(events: readonly OrderEvent[], keys: readonly number[]): OrderEvent[] {
  const groups = new Map<number, OrderEvent[]>();
  for (const event of events) groups.set(event.at, [...(groups.get(event.at) ?? []), event]);
  const queues = [...groups.values()];
  const result: OrderEvent[] = [];
  for (let turn = 0; queues.length > 0; turn++) {
    const index = (keys[turn % keys.length] ?? 0) % queues.length;
    const next = queues[index]?.shift();
    if (next) result.push(next);
    else queues.splice(index, 1);
  }
  return renumbered(result);
}

const keys = fc.array(fc.nat(1_000), { minLength: 5, maxLength: 40 });

/** Findings of one rule; rows without an id are told apart by their place, which a shuffle changes. */
const findingsOf = (rule: string, { order, events }: History) =>
  judge(order, events).findings.filter((finding) => finding.rule === rule);

const withIds = ({ order, events }: History): History => ({
  order,
  events: events.map((event) => ({ ...event, ref: `e${event.position}`, hasId: true })),
});

describe("the order of rows in the file changes nothing", () => {
  it.each(RULES)("%s", (rule) => {
    fc.assert(
      fc.property(history.map(withIds), keys, ({ order, events }, turns) => {
        expect(findingsOf(rule, { order, events: shuffled(events, turns) })).toEqual(
          findingsOf(rule, { order, events }),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

describe("repeated rows change nothing", () => {
  it.each(RULES)("%s", (rule) => {
    fc.assert(
      fc.property(history, keys, ({ order, events }, turns) => {
        const again = turns.map((turn) => events[turn % events.length] as OrderEvent);
        const repeated = [
          ...events,
          ...again.map((event, index): OrderEvent => {
            const position = events.length + index;
            return { ...event, position, ref: event.hasId ? event.ref : `#${position + 1}` };
          }),
        ];
        expect(findingsOf(rule, { order, events: repeated })).toEqual(findingsOf(rule, { order, events }));
      }),
      { numRuns: RUNS },
    );
  });
});
