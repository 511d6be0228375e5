export type { DateOrder, EventProfile, Profile, StateProfile, StepProfile } from "./profiles/profile";
export { Refusal, type Words } from "./refusal";
export { REJECT_REASONS, type Reject, type RejectReason } from "./rows/reject";
export { type HappeningRow, type MappedRow, ORDER_STATES, type OrderState, type StateRow, type StepRow } from "./rows/row";
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
// To come, with these shapes:
// loadProfile(path: string): Promise<Profile>  — throws Refusal; CANONICAL_PROFILE is the built-in one
// openTables(files: readonly string[], profile: Profile): Promise<readonly OpenTable[]>  — looks every file through, throws Refusal
//   before anything is read; OpenTable { file: FileIdentity; read(options: ReadOptions): AsyncIterable<TableBatch> };
//   in the order units, competence, orders, events
// readTables({ files, ...ReadOptions }): AsyncIterable<TableBatch>  — both together
// deriveEvents(rows: readonly MappedRow[] of one order): { events: OrderEvent[]; duplicates: readonly Flag[] }  — pure
// recordedKinds(profile): ReadonlySet<EventKind>  — what the shape can derive, to be joined with the kinds that occur
