export { type DateForm, type DetectedDates, dateFormsOf, detectDates } from "./dates/detect-form";
export { createInstantReader, type ReadInstant } from "./dates/read-instant";
export { type CallerColumn, callerColumn } from "./profiles/columns";
export { CANONICAL_PROFILE, loadProfile, parseProfile } from "./profiles/load-profile";
export type { DateOrder, EventProfile, Profile, StateProfile, StepProfile } from "./profiles/profile";
export { readYaml } from "./profiles/read-yaml";
export type { ReadWatch } from "./readers/watch";
export { createUnitSuggester, type SuggestUnits } from "./recognise/near-units";
export type { RecogniseOptions } from "./recognise/options";
export { recognise } from "./recognise/recognise";
export type {
  Question,
  RecognisedColumn,
  RecognisedFile,
  RecognisedTable,
  Recognition,
  RejectTally,
  RowOrder,
  Shape,
  UnitSuggestion,
  UnknownUnit,
  UnknownWord,
  UnusedColumn,
} from "./recognise/types";
export { Refusal, type Words } from "./refusal";
export { compact } from "./rows/compact";
export type { Caller } from "./rows/map-order";
export { REJECT_REASONS, type Reject, type RejectReason } from "./rows/reject";
export {
  type HappeningRow,
  type MappedRow,
  ORDER_STATES,
  type OrderState,
  type StateRow,
  type StepRow,
} from "./rows/row";
export {
  type CompetenceBatch,
  type CompetenceRow,
  type EventsBatch,
  type FileIdentity,
  type OrdersBatch,
  type ReadOptions,
  TABLE_KINDS,
  type TableBatch,
  type TableKind,
  type UnitsBatch,
} from "./rows/table";
export type { FileKey } from "./sealed/format";
export { openPlain, plainStream, useFileKeys } from "./sealed/open-plain";
export { sealBytes } from "./sealed/seal";
export { deriveEvents } from "./shapes/derive-events";
export type { Derived } from "./shapes/derived";
export { derivableKinds } from "./shapes/recorded-kinds";
export type { TableChoice } from "./tables/choice";
export { type OpenTable, openTable } from "./tables/open-table";
export { openTables, readTables } from "./tables/read-tables";
export { csvField, withoutGuard } from "./xlsx/csv-field";
export { areOfRejects, headersOfExport } from "./xlsx/reject-columns";
export { type RejectPlace, type SpooledRejects, spoolRejects } from "./xlsx/rejects-workbook";
export { type Cell, looksLikeFormula, type SheetToWrite, writeWorkbook } from "./xlsx/write-workbook";
