import type { Bilingual } from "../rules/text";
import type { CaseFacts } from "./facts";

/** What stands in the way of an action, and what to do about it. */
export interface Refusal extends Bilingual {
  /** Of the guard; dotted codes of the API wrap it. */
  readonly code: string;
}

type Guard = (facts: CaseFacts) => Bilingual | null;

/** Each says what is still to be done, or null. */
export const GUARDS = {
  names_unit: ({ units }) =>
    units > 0 ? null : { zh: "案件未关联承办单位，请先关联", en: "The case names no unit: add the one it is about" },
  check_recorded: ({ checks }) =>
    checks > 0 ? null : { zh: "没有核查记录，请先登记核查结果", en: "No check is on record: record what was found" },
  measure_asked: ({ measures }) =>
    measures.all > 0
      ? null
      : { zh: "没有整改事项，请先登记问题与整改要求", en: "No measure is asked for: record problem and measure" },
  measures_accepted: ({ measures: { open } }) =>
    open === 0
      ? null
      : {
          zh: `${open} 项整改未核验通过，请督促反馈并核验`,
          en: `${open === 1 ? "1 measure is" : `${open} measures are`} open: have them reported on, and check the reports`,
        },
  measures_held: ({ measures: { unseen } }) =>
    unseen === 0
      ? null
      : {
          zh: `${unseen} 项整改未登记回头看结果，请到现场查看并登记`,
          en: `${unseen === 1 ? "1 measure was" : `${unseen} measures were`} not looked at again: go and record whether they hold`,
        },
  measure_failed: ({ measures: { open } }) =>
    open > 0
      ? null
      : {
          zh: "没有回头看不合格的整改事项，请先登记回头看结果",
          en: "No measure was found not to hold: record first what was seen",
        },
  papers_answered: ({ unansweredPapers: count }) =>
    count === 0
      ? null
      : {
          zh: `${count} 份文书未回复，请催办并登记回复`,
          en: `${count === 1 ? "1 paper is" : `${count} papers are`} not answered: ask again and record the reply`,
        },
} as const satisfies Readonly<Record<string, Guard>>;

export type GuardName = keyof typeof GUARDS;
