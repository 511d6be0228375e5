import { describe, expect, it } from "vitest";
import { createCompetence, createJudge, DEFAULT_PARAMETERS, findingRecord, RULES } from "../src/index";
import { STORIES, story } from "./stories";

const judge = createJudge({
  parameters: DEFAULT_PARAMETERS,
  centres: ["centre"],
  competence: createCompetence([]),
  measurable: new Set(RULES),
  compareRows: true,
});

describe("the stories give exactly the findings they must give", () => {
  it.each(STORIES)("%s", (name) => {
    const { order, events, expected } = story(name);
    const found = judge.judge(order, events).findings.map((finding) => findingRecord(order.orderId, finding));
    const comparable = (record: object): object => ({ ...record, measure: null });
    expect(found.map(comparable)).toEqual(expected.map(comparable));
  });

  it("are three", () => expect(STORIES).toHaveLength(3));
});
