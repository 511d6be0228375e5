export { type Clock, createClock, type Deadline } from "./calendar/clock";
export { CN_LAST_YEAR } from "./calendar/cn-table";
export { type WorkingDays, workingDays } from "./calendar/working-days";
export { type LocalTime, type Zone, zone } from "./calendar/zone";
export * from "./case/actions";
export * from "./case/deadline";
export * from "./case/decide";
export type * from "./case/facts";
export { GUARDS, type GuardName, type Refusal } from "./case/guards";
export * from "./case/stages";
export * from "./case/transitions";
export { eventContent } from "./history/counted-rows";
export * from "./history/event";
export * from "./history/flags";
export * from "./history/order";
export {
  type Answer,
  type DueSpan,
  isContact,
  isOutreach,
  isSubstantive,
  type Leg,
  type LegEnding,
  type PoolStay,
  type Replay,
  type ReplayedEvent,
  type Request,
  type Spell,
  type Suspension,
} from "./history/replay-types";
export {
  demandClassWord,
  kindWord,
  readDemandClass,
  readKind,
  readOrderType,
  readResult,
  readUrgency,
} from "./history/words";
export * from "./instant";
export { type Merger, settleMergers } from "./mergers";
export { compareCodePoints, compareLists } from "./order-by";
export * from "./paper/actions";
export * from "./paper/decide";
export type * from "./paper/facts";
export * from "./paper/kinds";
export * from "./paper/states";
export * from "./paper/transitions";
export { DEFAULT_PARAMETERS } from "./parameters/defaults";
export * from "./parameters/duration";
export type * from "./parameters/parameters";
export { type ParsedParameters, parseParameters } from "./parameters/parse";
export type { Problem } from "./parameters/problem";
export * from "./query/condition";
export { dayStarts } from "./query/day-starts";
export { type AskedFinding, type Circumstances, matches, type Subject } from "./query/matches";
export { type Tally, tallyOf } from "./query/tally";
export { CHOICE_TEXTS, COUNTED_TEXTS, type QueryWords, sayCondition } from "./query/words";
export * from "./report/growth";
export * from "./report/limits";
export * from "./report/period";
export * from "./report/verdicts";
export { satisfaction } from "./rules/dissatisfied";
export { type EvidenceSetting, evidence, RULE_TEXTS } from "./rules/evidence";
export * from "./rules/finding";
export * from "./rules/ids";
export { compareFindings, createJudge, type Judge, type Judged, type JudgeSetting } from "./rules/judge";
export { reasonWord } from "./rules/reasons";
export { type FindingRecord, findingRecord } from "./rules/record";
export { measurableRules, missingNeeds, REGISTRY } from "./rules/registry";
export type { Needs, Rule } from "./rules/rule";
export type { Bilingual, Language, RuleText } from "./rules/text";
export { maskAddress, maskIdNumber, maskName, maskPhone } from "./text/caller";
export { plainWidth } from "./text/characters";
export { findPersonal, maskText } from "./text/mask";
export * from "./triage/decision";
export * from "./triage/priority";
export * from "./triage/share";
export * from "./triage/standing";
export {
  CHIEF_CENTRE,
  type Competence,
  createCompetence,
  createUnits,
  sortUnits,
  type UnitRow,
  type Units,
} from "./units";
