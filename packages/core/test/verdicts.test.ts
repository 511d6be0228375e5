import { expect, test } from "vitest";
import { createCompetence, createJudge, DEFAULT_PARAMETERS, RULES, returnVerdicts } from "../src/index";
import { onWall, script } from "./script";

const CENTRES = ["centre", "区中心"];

function verdicts(text: string): string[] {
  const judge = createJudge({
    parameters: DEFAULT_PARAMETERS,
    centres: CENTRES,
    competence: createCompetence([]),
    measurable: new Set(RULES),
    compareRows: true,
  });
  const order = { category: "", orderType: "", urgency: "", slaClass: "", demandClass: "normal" } as const;
  return returnVerdicts(judge.judge(order, script(text)).replay, CENTRES).map(
    ({ unit, centre, at, approved }) => `${onWall(at)} ${unit} ${approved ? "approved" : "rejected"} by ${centre}`,
  );
}

test("a verdict is given by the centre that acts, else by the one in whose pool the order was last", () => {
  expect(
    verdicts(`
      2024-03-04 09:00 accepted 区中心
      2024-03-04 09:10 dispatched - > 甲局
      2024-03-04 10:00 return_requested 甲局
      2024-03-04 11:00 return_rejected -
      2024-03-04 12:00 return_requested 甲局
      2024-03-04 13:00 return_approved centre
      2024-03-04 14:00 dispatched - > 乙局
      2024-03-04 15:00 return_requested 乙局
      2024-03-04 16:00 return_approved -`),
  ).toEqual([
    "2024-03-04 11:00 甲局 rejected by 区中心",
    "2024-03-04 13:00 甲局 approved by centre",
    "2024-03-04 16:00 乙局 approved by centre",
  ]);
});

test("what is said again to an answered request counts once, and what nobody may say not at all", () => {
  expect(
    verdicts(`
      2024-03-04 09:00 accepted centre
      2024-03-04 09:10 dispatched centre > 甲局
      2024-03-04 10:00 return_requested 甲局
      2024-03-04 10:30 return_rejected 乙局
      2024-03-04 11:00 return_rejected centre
      2024-03-04 11:30 return_rejected 区中心
      2024-03-04 12:00 return_approved 区中心`),
  ).toEqual(["2024-03-04 11:00 甲局 rejected by centre"]);
});

test("a history that begins without acceptance is in the chief's pool", () => {
  expect(
    verdicts(`
      2024-03-04 09:10 dispatched - > 甲局
      2024-03-04 10:00 return_requested 甲局
      2024-03-04 11:00 return_rejected -`),
  ).toEqual(["2024-03-04 11:00 甲局 rejected by centre"]);
});
