export {
  type Archivable as AuditArchivable,
  archivable as auditArchivable,
  archiveAudit,
  BrokenChain,
} from "./audit/archive";
export { GENESIS, type Head as AuditHead, sealOf } from "./audit/chain";
export {
  readHead as readAuditHead,
  readSegments as readAuditSegments,
  type Segment as AuditSegment,
} from "./audit/rows";
export { UnusableSegment } from "./audit/segment-file";
export { type Verified as AuditVerified, type VerifyRequest as VerifyAuditRequest, verifyAudit } from "./audit/verify";
export type { Wrong as AuditWrong, WrongKind as AuditWrongKind } from "./audit/walk";
export * from "./connect";
export { type EmbeddedServer, startEmbedded, stopEmbedded } from "./embedded/cluster";
export { makeFolders } from "./embedded/folders";
export { keepEmbedded } from "./embedded/keep";
export type { Notice } from "./embedded/place";
export { codeOf, DatabaseFailure, textOf, type Words } from "./failure";
export { type Migrated, migrate, schemaVersion } from "./migrate";
export * from "./queries/accounts";
export * from "./queries/accounts-appointments";
export * from "./queries/accounts-policy";
export * from "./queries/accounts-sessions";
export * from "./queries/accounts-sign-in";
export * from "./queries/api-keys";
export * from "./queries/attachment-files";
export * from "./queries/audit";
export * from "./queries/batch-account";
export { recountBatches } from "./queries/batch-figures";
export * from "./queries/batches";
export * from "./queries/callers";
export * from "./queries/case-deadlines";
export * from "./queries/case-entries";
export * from "./queries/case-links";
export * from "./queries/case-list";
export * from "./queries/case-measures";
export * from "./queries/cases";
export * from "./queries/colleagues";
export {
  countDeeds,
  countReceived,
  type DeedCount,
  type DeedCriteria,
  type DeedName,
  type ReceivedCount,
} from "./queries/deeds";
export * from "./queries/digests";
export * from "./queries/events";
export * from "./queries/feed";
export * from "./queries/figures";
export type { FindingCriteria } from "./queries/finding-criteria";
export * from "./queries/finding-facets";
export * from "./queries/finding-page";
export * from "./queries/findings";
export * from "./queries/followers";
export * from "./queries/import-jobs";
export * from "./queries/ingest-requests";
export * from "./queries/json";
export * from "./queries/judgements";
export * from "./queries/keys";
export * from "./queries/legs";
export * from "./queries/order-page";
export * from "./queries/orders";
export * from "./queries/overview";
export { type OwnCriteria, ownOfFindings, ownOfOrders } from "./queries/own-conditions";
export * from "./queries/paper-list";
export * from "./queries/paper-recipients";
export * from "./queries/paper-templates";
export * from "./queries/papers";
export * from "./queries/personal-keys";
export * from "./queries/ranges";
export * from "./queries/rate-limits";
export * from "./queries/registry";
export * from "./queries/registry-changes";
export * from "./queries/scope";
export * from "./queries/settings";
export * from "./queries/single-sign-on";
export * from "./queries/source-profiles";
export {
  insertSourceRows,
  type NewSourceRow,
  readSourceRows,
  type SourceRow as StoredSourceRow,
} from "./queries/source-rows";
export * from "./queries/sources";
export * from "./queries/staged-rows";
export * from "./queries/staging";
export * from "./queries/tallies";
export * from "./queries/touched";
export * from "./queries/triage-decisions";
export * from "./queries/triage-explanations";
export { countStandings, type StandingCount } from "./queries/triage-facets";
export type { PrioritySetting } from "./queries/triage-priority";
export {
  countVerified,
  findingsInCases,
  type SettledRow,
  settledOfUnit,
  type VerifiedCount,
} from "./queries/triage-standing";
export * from "./queries/triage-views";
export * from "./queries/undo";
export * from "./queries/units";
export * from "./queries/uploads";
export * from "./queries/verdicts";
export * from "./queries/watch-rules";
export * from "./queries/webhook-deliveries";
export * from "./queries/webhooks";
export { ensureGroups } from "./roles/groups";
export { openPools, type Pools } from "./roles/logins";
export { GROUPS, loginNames, type ReadingRole } from "./roles/names";
export * as schema from "./schema";
