import { randomBytes } from "node:crypto";
import { access, constants, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf, DatabaseFailure } from "../failure";
import { type Account, copyBinaries, databaseAccount, reachableFolder, reaches } from "./account";
import { bundledBinaries } from "./binaries";
import { makeFolders } from "./folders";

/** Where a cluster lies, and what runs it. */
export interface Place {
  readonly binaries: string;
  readonly folder: string;
  readonly log: string;
  readonly account: Account | null;
  readonly password: string;
}

export type Notice = (words: { readonly zh: string; readonly en: string }) => void;

export const USER = "tianyan";

async function writable(folder: string): Promise<void> {
  try {
    await makeFolders(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DatabaseFailure(
      "data.denied",
      {
        zh: `数据目录 ${folder} 不可写（${codeOf(error)}），请授予写权限，或用 DATA_DIR 指定其他目录。`,
        en: `The data folder ${folder} cannot be written (${codeOf(error)}): grant the right, or name another with DATA_DIR.`,
      },
      error,
    );
  }
}

/** Lies beside the cluster, so that the two are found or lost together. */
async function passwordOf(folder: string): Promise<string> {
  const file = join(folder, "postgres.password");
  const known = (await readFile(file, "utf8").catch(() => "")).trim();
  if (known !== "") return known;
  const password = randomBytes(18).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: "wx" }).catch(() => undefined);
  return (await readFile(file, "utf8")).trim();
}

/** Where the cluster of `dataDir` lies, moved where the account that runs it may go. Throws DatabaseFailure. */
export async function findPlace(dataDir: string, notice: Notice): Promise<Place> {
  await writable(dataDir);
  const account = await databaseAccount();
  const bundled = bundledBinaries();
  const own = { binaries: bundled, folder: join(dataDir, "postgres"), log: join(dataDir, "postgres.log") };
  if (!account) return { ...own, account, password: await passwordOf(dataDir) };
  let { binaries, folder } = own;
  if (!(await reaches(account, dataDir))) {
    folder = join(await reachableFolder(dataDir), "postgres");
    notice({
      zh: `数据目录上级不允许 postgres 账户进入，数据库文件改放在 ${folder}`,
      en: `A folder above the data folder keeps the account postgres out; the database lies in ${folder}`,
    });
  }
  if (!(await reaches(account, join(binaries, "bin")))) {
    const base = await reachableFolder(bundled);
    notice({
      zh: `项目目录上级不允许 postgres 账户进入，数据库程序复制到 ${base}`,
      en: `A folder above the project keeps the account postgres out; the database's programs are copied to ${base}`,
    });
    binaries = await copyBinaries(bundled, join(base, "native"));
  }
  return { ...own, binaries, folder, account, password: await passwordOf(dirname(folder)) };
}
