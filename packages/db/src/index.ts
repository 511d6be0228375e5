export * from "./connect";
export { type EmbeddedServer, type Notice, startEmbedded, stopEmbedded } from "./embedded/cluster";
export { codeOf, DatabaseFailure, textOf, type Words } from "./failure";
export { type Migrated, migrate, schemaVersion } from "./migrate";
export * as schema from "./schema";
