import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "../connect";
import { codeOf, DatabaseFailure, textOf } from "../failure";

/** Somebody else made or changed the same role at the same moment; roles are the cluster's, and no lock spans its databases. */
const MEANWHILE = new Set(["23505", "42710", "40001", "40P01", "XX000"]);
const MOST_ATTEMPTS = 20;

/** Runs `step`, which looks before it changes anything, until nobody comes in between. */
export async function attempt(step: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await step();
    } catch (error) {
      if (!MEANWHILE.has(codeOf(error)) || tried === MOST_ATTEMPTS) throw error;
      await sleep(Math.random() * 20 * tried);
    }
  }
}

/** Runs statements on roles; where the user of DATABASE_URL may not, says what a database administrator must run. */
export async function runOrAsk(sql: Pick<Sql, "unsafe">, user: string, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    try {
      await sql.unsafe(statement);
    } catch (error) {
      if (codeOf(error) !== "42501") throw error;
      const line = `ALTER ROLE "${user}" CREATEROLE; GRANT tianyan_app, tianyan_county, tianyan_scoped, tianyan_replay TO "${user}" WITH ADMIN OPTION;`;
      throw new DatabaseFailure(
        "database.roles_denied",
        {
          zh: `DATABASE_URL 的用户 ${user} 无权建立本系统的数据库角色（${textOf(error)}），请数据库管理员执行：${line}（组角色尚不存在时第二句可略）`,
          en: `The user ${user} of DATABASE_URL may not make this system's roles (${textOf(error)}): a database administrator runs ${line} (the second only where those roles exist)`,
        },
        error,
      );
    }
  }
}
