import {
  createClock,
  createCompetence,
  createJudge,
  DEFAULT_PARAMETERS,
  type EventKind,
  emptyOrder,
  HOUR,
  instant,
  type OrderEvent,
  PAPER_KINDS,
  RULES,
} from "@tianyan/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseFactsForPaper, checkPaper, draftPaper, orderForPaper, unknownPlaceholders } from "../src/index";
import { reply, templates } from "./stories";

const HOLDERS = ["县甲局", "县乙局", "丙镇人民政府"];
const EVERYBODY = ["centre", ...HOLDERS];
const KINDS: readonly EventKind[] = [
  "dispatched",
  "transferred",
  "signed",
  "return_requested",
  "return_approved",
  "return_rejected",
  "extension_requested",
  "contacted",
  "progressed",
  "completed",
  "reopened",
  "urged",
  "recalled",
];
const START = Date.parse("2021-12-20T01:00:00Z");

const history = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      gap: fc.constantFrom(0, HOUR, 9 * HOUR, 60 * HOUR, 400 * HOUR),
      unit: fc.constantFrom(null, ...EVERYBODY),
      toUnit: fc.constantFrom(null, ...EVERYBODY),
      text: fc.constantFrom(null, "不属于本单位职责", "缺少材料"),
    }),
    { maxLength: 25 },
  )
  .map((rows) => {
    let at = START;
    return rows.map(({ gap, ...row }, position): OrderEvent => {
      at += gap;
      return {
        ref: `E${position}`,
        hasId: true,
        at: instant(at),
        position,
        part: 0,
        reasonCode: null,
        operator: null,
        result: null,
        dueAt: null,
        ...row,
      };
    });
  });

const judge = createJudge({
  parameters: DEFAULT_PARAMETERS,
  centres: ["centre"],
  competence: createCompetence([]),
  measurable: new Set(RULES),
  compareRows: true,
});
const clock = createClock(DEFAULT_PARAMETERS);

function factsOf(events: readonly OrderEvent[], title: string): CaseFactsForPaper {
  const order = { ...emptyOrder("12345", "T1"), title };
  const asOf = instant((events.at(-1)?.at ?? START) + 100 * HOUR);
  const { replay } = judge.judge(order, events, asOf);
  return {
    zone: "Asia/Shanghai",
    caseNumber: null,
    period: null,
    orders: [orderForPaper({ order, replay, clock, asOf })],
    units: EVERYBODY.map((code) => ({
      code,
      name: code === "centre" ? "热线中心" : code,
      aliases: [],
      centre: code === "centre",
    })),
    people: [],
    findings: [],
    measures: [],
    systems: [],
  };
}

describe("of any history whatever", () => {
  it("a draft of each kind can be written, and nothing that it says is without ground", () => {
    fc.assert(
      fc.property(history, fc.constantFrom("", "路灯不亮"), fc.constantFrom(...PAPER_KINDS), (events, title, kind) => {
        const facts = factsOf(events, title);
        const paper = draftPaper(facts, templates[kind], { to: kind === "circular" ? [] : ["县甲局"], reply });
        expect(checkPaper(paper, facts, { units: facts.units, reply, issuing: false })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("no year is left out where the year changes", () => {
    fc.assert(
      fc.property(history, (events) => {
        const facts = factsOf(events, "路灯不亮");
        const paper = draftPaper(facts, templates.work_reminder, { to: ["县甲局"], reply: null });
        const dates = paper.body.flatMap(({ spans }) => spans).filter(({ text }) => /^\d+月\d+日$/.test(text));
        const accepted = paper.body.flatMap(({ spans }) => spans).find(({ fact }) => fact?.id.endsWith(".accepted"));
        const [order] = facts.orders;
        const later = order?.legs.some(({ from }) => new Date(from + 8 * HOUR).getUTCFullYear() === 2022) ?? false;
        expect(accepted?.text).toMatch(/^202\d年/);
        if (later && accepted?.text.startsWith("2021")) {
          const text = paper.body.flatMap(({ spans }) => spans).map((span) => span.text);
          expect(text.some((words) => words.startsWith("2022年"))).toBe(true);
        }
        expect(dates.every(({ fact }) => fact !== undefined)).toBe(true);
      }),
    );
  });
});

describe("a template", () => {
  it.each(PAPER_KINDS)("for a %s as it comes asks for nothing unknown", (kind) => {
    expect(unknownPlaceholders(templates[kind])).toEqual([]);
  });

  it("is told what it asks for that nobody knows, or at the wrong place", () => {
    const template = {
      ...templates.circular,
      blocks: [
        { type: "paragraph", text: "{order.story}{nobody.knows}" },
        { type: "paragraph", text: "{order.title}{orders.count}", each: "order" },
      ],
    } as const;
    expect(unknownPlaceholders(template)).toEqual(["order.story", "nobody.knows"]);
  });
});
