import type { Sql } from "../connect";
import { attempt, runOrAsk } from "./attempt";
import { GROUPS } from "./names";

/** What tianyan_app may become, statement by statement, and has no right of by itself: it inherits nothing. */
const BECOMES = ["tianyan_county", "tianyan_scoped"] as const;

/** Makes the group roles that are missing. Safe while other databases of the cluster do the same. Throws DatabaseFailure. */
export const ensureGroups = (sql: Sql): Promise<void> =>
  attempt(async () => {
    const [state] = await sql<{ user: string; groups: string[]; granted: string[] }[]>`
      select current_user as user,
        array(select rolname::text from pg_roles where rolname = any(${[...GROUPS]}::text[])) as groups,
        array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid
          join pg_roles a on a.oid = m.member and a.rolname = 'tianyan_app'
          where g.rolname = any(${[...BECOMES]}::text[])) as granted`;
    const { user, groups, granted } = state ?? { user: "", groups: [], granted: [] };
    await runOrAsk(sql, user, [
      ...GROUPS.filter((name) => !groups.includes(name)).map((name) => `create role ${name} nologin noinherit`),
      ...BECOMES.filter((name) => !granted.includes(name)).map((name) => `grant ${name} to tianyan_app`),
    ]);
  });
