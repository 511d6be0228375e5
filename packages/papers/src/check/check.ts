import type { CaseFactsForPaper } from "../facts/case-facts";
import { factTable } from "../facts/table";
import type { Paper } from "../paper/paper";
import { factsHold } from "./facts";
import { clausesOf, figuresHold } from "./figures";
import { complete, headingsInOrder, wellFormed } from "./form";
import { noCitizen } from "./identity";
import { anyOf, namesOf, namingAllowed, peopleInside, unitsInside } from "./names";
import { partsOf } from "./parts";
import type { CheckSetting, PaperProblem, Place } from "./problem";

/** Where what is said of a case stands: whom it is copied to and who prints it is not. */
const SAID: ReadonlySet<Place["part"]> = new Set(["title", "to", "body", "attachments", "note"]);
const STATED: ReadonlySet<Place["part"]> = new Set(["title", "body"]);

/** Everything that keeps the paper from being issued, from top to bottom; none: it may go. `facts` are those of now. */
export function checkPaper(paper: Paper, facts: CaseFactsForPaper, setting: CheckSetting): readonly PaperProblem[] {
  const table = factTable(facts, setting.reply);
  const names = anyOf([...namesOf(setting.units), ...namesOf(facts.units)]);
  const clauses = setting.wording ? anyOf(clausesOf(setting.wording)) : null;
  return [
    ...complete(paper, setting.issuing),
    ...namingAllowed(paper, facts),
    ...headingsInOrder(paper),
    ...partsOf(paper).flatMap((part) => [
      ...noCitizen(part),
      ...wellFormed(part),
      ...factsHold(part, table),
      ...(SAID.has(part.part)
        ? [...unitsInside(part, paper, facts, setting), ...peopleInside(part, paper, facts)]
        : []),
      ...(STATED.has(part.part) ? figuresHold(part, table, [clauses, names]) : []),
    ]),
  ];
}
