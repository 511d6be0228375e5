export { createInstantReader, type ReadInstant } from "./dates/read-instant";
export { CANONICAL_PROFILE, loadProfile, parseProfile } from "./profiles/load-profile";
export type { DateOrder, EventProfile, Profile, StateProfile, StepProfile } from "./profiles/profile";
export { readYaml } from "./profiles/read-yaml";
export { Refusal, type Words } from "./refusal";
export { compact } from "./rows/compact";
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
export { deriveEvents } from "./shapes/derive-events";
export type { Derived } from "./shapes/derived";
export { derivableKinds } from "./shapes/recorded-kinds";
export { type OpenTable, openTable } from "./tables/open-table";
export { openTables, readTables } from "./tables/read-tables";
