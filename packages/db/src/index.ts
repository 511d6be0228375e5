export * from "./connect";
export { type EmbeddedServer, startEmbedded, stopEmbedded } from "./embedded/cluster";
export type { Notice } from "./embedded/place";
export { codeOf, DatabaseFailure, textOf, type Words } from "./failure";
export { type Migrated, migrate, schemaVersion } from "./migrate";
export * from "./queries/batches";
export {
  type CentreWord,
  countDeeds,
  type DeedCount,
  type DeedCriteria,
  type DeedName,
} from "./queries/deeds";
export * from "./queries/events";
export * from "./queries/figures";
export type { FindingCriteria, ScopeCriteria } from "./queries/finding-criteria";
export * from "./queries/finding-facets";
export * from "./queries/finding-page";
export * from "./queries/findings";
export * from "./queries/json";
export * from "./queries/judgements";
export * from "./queries/keys";
export * from "./queries/legs";
export * from "./queries/order-page";
export * from "./queries/orders";
export * from "./queries/overview";
export * from "./queries/ranges";
export * from "./queries/settings";
export {
  insertSourceRows,
  type NewSourceRow,
  readSourceRows,
  type SourceRow as StoredSourceRow,
} from "./queries/source-rows";
export * from "./queries/sources";
export * from "./queries/staging";
export * from "./queries/touched";
export * from "./queries/units";
export * as schema from "./schema";
