import type { Random } from "../random";
import { fill } from "../words/fill";
import type { Matter } from "../words/matter";
import { CONSULT_PROBLEMS, CONSULT_TITLES, CONSULT_WANTS } from "../words/phrases";

/** What one order is about, in templates that go together. */
export interface Topic {
  readonly type: string;
  readonly title: string;
  readonly problem: string;
  readonly want: string;
  readonly outcomes: readonly string[];
}

/** Share of the demands about any matter that only ask who is in charge or how things stand. */
const ONLY_ASKS = 0.15;
const ANSWERS = ["已告知主管部门和联系方式", "已答复相关规定，来电人表示清楚", "已告知目前办理进度"];

export function drawTopic(random: Random, matter: Matter): Topic {
  const asks = (text: string) => text.includes("咨询");
  if (!matter.titles.some(asks) && random.chance(ONLY_ASKS)) return generalQuestion(random, matter);
  const variant = random.int(0, Math.max(matter.titles.length, matter.problems.length) - 1);
  const title = at(matter.titles, variant);
  const consults = title.startsWith("咨询");
  const parallel = at(matter.problems, variant);
  const fitting = matter.problems.filter((text) => asks(text) === consults);
  const problem = asks(parallel) === consults || fitting.length === 0 ? parallel : random.pick(fitting);
  return {
    type: typeOf(title, matter, random),
    title,
    problem,
    want: matter.wants.length === matter.problems.length ? at(matter.wants, variant) : random.pick(matter.wants),
    outcomes: matter.outcomes.length === matter.problems.length ? [at(matter.outcomes, variant)] : matter.outcomes,
  };
}

function generalQuestion(random: Random, matter: Matter): Topic {
  const variant = random.int(0, CONSULT_TITLES.length - 1);
  const subject = matter.path.split(">")[0] ?? "";
  return {
    type: "consult",
    title: fill(at(CONSULT_TITLES, variant), { subject }),
    problem: fill(at(CONSULT_PROBLEMS, variant), { subject }),
    want: at(CONSULT_WANTS, variant),
    outcomes: [at(ANSWERS, variant)],
  };
}

/** The words of the title decide where they can: who asks consults. */
function typeOf(title: string, matter: Matter, random: Random): string {
  if (title.startsWith("咨询")) return "consult";
  if (title.startsWith("举报")) return "report";
  if (title.startsWith("建议") || title.startsWith("对热线")) return "suggestion";
  if (random.chance(0.02)) return "other";
  if (matter.mood === "report") return random.chance(0.5) ? "report" : "complaint";
  if (matter.mood === "grievance") return random.chance(0.84) ? "complaint" : "help";
  return random.chance(0.78) ? "help" : "complaint";
}

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? "";
