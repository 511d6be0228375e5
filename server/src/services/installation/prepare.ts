import { parametersDocument } from "@tianyan/api";
import { DEFAULT_PARAMETERS, type Instant } from "@tianyan/core";
import { addParameterVersion, type Database, migrate, readParameterVersions } from "@tianyan/db";
import { SYSTEM_ACTOR } from "../../auth/actor";
import { record } from "../audit/record";

/** Brings the schema to our version, and gives an empty database the parameters of domain.md. */
export async function prepare(db: Database, now: Instant): Promise<readonly string[]> {
  const { applied } = await migrate(db.sql);
  await db.sql.begin(async (tx) => {
    await tx`lock table parameter_version in exclusive mode`;
    if ((await readParameterVersions(tx)).length > 0) return;
    const document = parametersDocument(DEFAULT_PARAMETERS);
    const version = { document, author: "tianyan", reason: "defaults", effectiveAt: "-infinity" } as const;
    const id = await addParameterVersion(tx, version, now);
    const told = { subject: { type: "parameters", id }, after: { reason: version.reason }, outcome: "done" } as const;
    await record(tx, SYSTEM_ACTOR, { action: "parameters.recorded", ...told });
  });
  return applied;
}
