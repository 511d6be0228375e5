import { createHash } from "node:crypto";

/** Group roles of the cluster; rights of every database are granted to them, and nobody signs in as one. */
export const GROUPS = ["tianyan_app", "tianyan_county", "tianyan_scoped", "tianyan_replay"] as const;

/** As whom business data are read: all of it, or what `tianyan.scope` names. */
export type ReadingRole = "tianyan_county" | "tianyan_scoped";

/** The two logins of a database: what serves people, and what records and judges. */
export interface LoginNames {
  readonly app: string;
  readonly replay: string;
}

/** Logins belong to the cluster: their names tell the databases in it apart. */
export function loginNames(database: string): LoginNames {
  const mark = createHash("sha256").update(database).digest("hex").slice(0, 8);
  return { app: `tianyan_app_${mark}`, replay: `tianyan_replay_${mark}` };
}
