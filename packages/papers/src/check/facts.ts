import type { FactTable } from "../facts/fact";
import { type Part, place } from "./parts";
import type { PaperProblem } from "./problem";

/** What was filled in still says what the data say. */
export function factsHold(part: Part, table: FactTable): readonly PaperProblem[] {
  const problems: PaperProblem[] = [];
  let start = 0;
  for (const { text, fact } of part.spans) {
    const end = start + text.length;
    const found = fact && table.get(fact.id);
    if (fact && !found)
      problems.push({
        code: "paper.fact_unknown",
        place: place(part, start, end),
        zh: `“${text}”在案件数据中已找不到依据，请删除或重新填入`,
        en: `“${text}” has no ground in the data of the case any more: take it out or fill it in anew`,
      });
    else if (found && !found.forms.includes(text))
      problems.push({
        code: "paper.fact_differs",
        place: place(part, start, end),
        zh: `“${text}”与案件数据不一致，应为“${found.forms[0]}”`,
        en: `“${text}” differs from the data of the case, which say “${found.forms[0]}”`,
      });
    start = end;
  }
  return problems;
}
