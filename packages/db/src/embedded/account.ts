import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, chown, cp, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { DatabaseFailure, textOf } from "../failure";

const run = promisify(execFile);

/** Whom PostgreSQL runs as: null means as we do. It refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const idOf = async (flag: "-u" | "-g"): Promise<number> => Number((await run("id", [flag, "postgres"])).stdout);
const lookUp = async (): Promise<Account> => ({ uid: await idOf("-u"), gid: await idOf("-g") });

/** As root: the account `postgres`, made where it is missing. */
export async function databaseAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  try {
    return await lookUp();
  } catch {
    try {
      await run("groupadd", ["--system", "postgres"]).catch(() => undefined);
      await run("useradd", ["--system", "-g", "postgres", "-M", "-d", "/nonexistent", "-s", "/bin/sh", "postgres"]);
      return await lookUp();
    } catch (error) {
      throw new DatabaseFailure("database.no_account", {
        zh: `PostgreSQL 不能以 root 运行，又建不了 postgres 账户（${textOf(error)}），请换普通用户运行或设置 DATABASE_URL。`,
        en: `PostgreSQL does not run as root, and the account postgres cannot be made (${textOf(error)}): run as an ordinary user, or set DATABASE_URL.`,
      });
    }
  }
}

/** Whether `account` may walk through every folder down to `path`. */
export async function reaches(account: Account, path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder).catch(() => ({ mode: 0o777, uid: 0, gid: 0 }));
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder every account can reach, the same for the same `path` at every start. */
export async function reachableFolder(path: string): Promise<string> {
  const folder = join("/var/lib/tianyan", createHash("sha256").update(path).digest("hex").slice(0, 12));
  await mkdir(folder, { recursive: true });
  await chmod(dirname(folder), 0o755);
  await chmod(folder, 0o755);
  return folder;
}

/** Makes `folder` the account's own. */
export async function give(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (account) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}

/** A copy of the binaries where the account reaches them; made once. */
export async function copyBinaries(from: string, to: string): Promise<string> {
  const done = await stat(join(to, "bin", "postgres")).catch(() => null);
  if (!done) await cp(from, to, { recursive: true, verbatimSymlinks: true });
  return to;
}
