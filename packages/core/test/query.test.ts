import { expect, test } from "vitest";
import { type Condition, depthOf, leavesOf, type QueryWords, sayCondition } from "../src/index";

const words = (language: "zh" | "en"): QueryWords => ({
  language,
  unitName: (code) => ({ ZGJ: "自规局" })[code] ?? code,
  sourceName: (code) => code,
  dateOf: (iso) => iso.slice(0, 10),
});

const PASSED_AROUND: Condition = {
  is: "all",
  of: [
    { is: "state", state: "open" },
    { is: "count", what: "rejected_returns", at_least: 2 },
    {
      is: "any",
      of: [
        { is: "leg", leg: { units: ["ZGJ"], held: { at_least: 5 }, holding: true } },
        {
          is: "finding",
          finding: { view: "watchlist", rules: ["ping-pong"], levels: ["red"], units: [], statuses: [], outcomes: [] },
        },
      ],
    },
    { is: "not", of: { is: "district", in: ["赤城街道"] } },
  ],
};

test("a condition is said in one sentence, groups within groups in brackets", () => {
  expect(sayCondition(PASSED_AROUND, words("zh"))).toBe(
    "工单在办，且退单被驳回次数不少于 2 次，且（有经手（自规局、目前持有、持有不少于 5 个工作日），或有预警（在监督清单上、推诿扯皮、红色）），且不满足（属地为赤城街道）",
  );
  expect(sayCondition(PASSED_AROUND, words("en"))).toBe(
    "the order is open and at least 2 returns rejected and (there are stays with units (自规局, holding it now, held at least 5 working days) or there are findings (on the watchlist, Ping-pong, red)) and not (in 赤城街道)",
  );
});

test("leaves and depth of a tree are counted", () => {
  expect(leavesOf(PASSED_AROUND)).toHaveLength(5);
  expect(depthOf(PASSED_AROUND)).toBe(3);
});
