import type { PaperKind } from "@tianyan/core";
import { type CaseFactsForPaper, draftPaper, type Paper } from "../src/index";
import { caseOf, reply, templates } from "./stories";

const RULES_ASKED = ["县公安局", "县教育和体育局", "县卫生健康局"];

/** Yanggu's case with the three bureaus that were told to build their rules. */
const yanggu = caseOf("yanggu");
export const yangguProposal: CaseFactsForPaper = {
  ...yanggu,
  units: [...yanggu.units, ...RULES_ASKED.map((name) => ({ code: name, name, aliases: [], centre: false }))],
  measures: RULES_ASKED.map((unit) => ({
    problem: "首接负责制度不健全",
    measure: "制定首接负责、协同办理制度。",
    unit,
    dueOn: "2021-07-30",
    accepted: false,
  })),
};

/** The papers of the three stories, one of each kind. */
export const STORY_PAPERS: readonly {
  readonly kind: PaperKind;
  readonly facts: CaseFactsForPaper;
  readonly to: readonly string[];
}[] = [
  { kind: "supervision_order", facts: caseOf("jiading"), to: ["区绿化和市容管理局"] },
  { kind: "work_reminder", facts: caseOf("xiangshui"), to: ["县住房和城乡建设局", "县交通运输局"] },
  { kind: "supervision_letter", facts: caseOf("xiangshui"), to: ["县住房和城乡建设局"] },
  { kind: "proposal", facts: yangguProposal, to: RULES_ASKED },
  { kind: "circular", facts: yanggu, to: [] },
];

export const draftOf = (kind: PaperKind): Paper => {
  const [paper] = STORY_PAPERS.filter((one) => one.kind === kind);
  if (!paper) throw new RangeError(kind);
  return draftPaper(paper.facts, templates[kind], { to: paper.to, reply });
};

/** As it goes out: numbered, dated, with attachments and copies. */
export const issuedOf = (kind: PaperKind): Paper => ({
  ...draftOf(kind),
  number: { mark: "阳纪督", year: 2021, no: 3 },
  date: "2021-07-05",
  printedOn: "2021-07-06",
  attachments: ["热线工单办理情况一览表", "整改情况反馈表"],
  copyTo: ["县委办公室", "县政府办公室"],
});
