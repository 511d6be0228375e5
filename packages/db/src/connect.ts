import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { codeOf, DatabaseFailure, textOf } from "./failure";
import * as schema from "./schema";

/** Instants travel as milliseconds; `bigint` as decimal text, because a number would lose digits. */
const types = {
  instant: {
    to: 1184,
    from: [1184],
    serialize: (ms: number | string) => (typeof ms === "number" ? new Date(ms).toISOString() : ms),
    parse: (text: string): number =>
      text === "infinity"
        ? Number.POSITIVE_INFINITY
        : text === "-infinity"
          ? Number.NEGATIVE_INFINITY
          : Date.parse(text),
  },
};

const connect = (url: string, max: number) =>
  postgres(url, {
    max,
    types,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: {
      application_name: "tianyan",
      TimeZone: "UTC",
      DateStyle: "ISO",
      // What is asked for lies in memory or on a disk without arms: rows by an index are not four times as dear.
      random_page_cost: "1.1",
      // Our questions take milliseconds; compiling them takes longer.
      jit: "off",
    },
  });

/** For SQL as it is written. Rows of a transaction come from the same type. */
export type Sql = ReturnType<typeof connect>;
export type Transaction = postgres.TransactionSql<{ instant: number }>;
/** Whatever runs a statement: the pool or one transaction. */
export type Runner = Sql | Transaction;
export type Orm = PostgresJsDatabase<typeof schema>;

export interface Database {
  readonly url: string;
  readonly sql: Sql;
  /** Has a client of its own: drizzle rewrites its parsers. */
  readonly orm: Orm;
  close(): Promise<void>;
}

const WRONG_URL = {
  zh: "DATABASE_URL 不可用，请核对主机、端口、库名、用户与密码",
  en: "DATABASE_URL cannot be used; check host, port, database, user and password",
};

function unusable(error: unknown): DatabaseFailure {
  const why = textOf(error);
  return new DatabaseFailure(
    "database.url_wrong",
    { zh: `${WRONG_URL.zh}：${why}`, en: `${WRONG_URL.en}: ${why}` },
    error,
  );
}

const OLDEST_VERSION = 15;

/** Opens a pool and asks once, so that a wrong address shows here. Throws DatabaseFailure. */
export async function openDatabase(url: string, options: { readonly connections?: number } = {}): Promise<Database> {
  let sql: Sql;
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error("postgres://user:password@host:5432/database");
    sql = connect(url, options.connections ?? 10);
  } catch (error) {
    throw unusable(error);
  }
  try {
    const [row] = await sql<{ version: string; encoding: string }[]>`
      select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`;
    const major = Math.floor(Number(row?.version) / 10_000);
    if (major < OLDEST_VERSION)
      throw new DatabaseFailure("database.too_old", {
        zh: `PostgreSQL ${major} 版本过低，需要 ${OLDEST_VERSION} 以上。`,
        en: `PostgreSQL ${major} is too old: ${OLDEST_VERSION} or later is needed.`,
      });
    if (row?.encoding !== "UTF8")
      throw new DatabaseFailure("database.not_utf8", {
        zh: `数据库的编码是 ${row?.encoding}，请建一个 UTF8 编码的数据库。`,
        en: `The database is encoded in ${row?.encoding}: make one encoded in UTF8.`,
      });
  } catch (error) {
    await sql.end({ timeout: 1 }).catch(() => undefined);
    throw error instanceof DatabaseFailure ? error : unusable(error);
  }
  const forOrm = postgres(url, { max: 4, onnotice: () => undefined, connection: { application_name: "tianyan" } });
  return {
    url,
    sql,
    orm: drizzle(forOrm, { schema }),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), forOrm.end({ timeout: 5 })]);
    },
  };
}

/** What the client of COPY says of a connection that it lost: it has no code. */
const LOST = /^Connection terminated|not queryable/;

/** True for errors of the connection, after which trying again can help. */
export const isConnectionError = (error: unknown): boolean =>
  /^(ECONN|CONNECT|CONNECTION_|ETIMEDOUT|EPIPE|57P0|08)/.test(codeOf(error)) ||
  (error instanceof Error && codeOf(error) === "" && LOST.test(error.message));
