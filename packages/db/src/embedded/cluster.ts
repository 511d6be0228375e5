import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { access, chown, constants, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, DatabaseFailure, textOf } from "../failure";
import { type Account, copyBinaries, databaseAccount, give, reachableFolder, reaches } from "./account";
import { bundledBinaries } from "./binaries";
import { type Postmaster, runningPostmaster } from "./postmaster";

/** Where a cluster lies, and what runs it. */
interface Place {
  readonly binaries: string;
  readonly folder: string;
  readonly log: string;
  readonly account: Account | null;
  readonly password: string;
}

export interface EmbeddedServer {
  readonly url: string;
  readonly pid: number;
}

export type Notice = (words: { readonly zh: string; readonly en: string }) => void;

const USER = "tianyan";
const START_TIMEOUT_MS = 60_000;

async function writable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
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

async function passwordOf(dataDir: string): Promise<string> {
  const file = join(dataDir, "postgres.password");
  const known = (await readFile(file, "utf8").catch(() => "")).trim();
  if (known !== "") return known;
  const password = randomBytes(18).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: "wx" }).catch(() => undefined);
  return (await readFile(file, "utf8")).trim();
}

async function findPlace(dataDir: string, notice: Notice): Promise<Place> {
  await writable(dataDir);
  const account = await databaseAccount();
  const [password, bundled] = [await passwordOf(dataDir), bundledBinaries()];
  const own = { binaries: bundled, folder: join(dataDir, "postgres"), log: join(dataDir, "postgres.log") };
  if (!account) return { ...own, account, password };
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
  return { ...own, binaries, folder, account, password };
}

/** Runs a program of PostgreSQL to its end; rejects with what it wrote on standard error. */
function runTool(place: Place, tool: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(place.binaries, "bin", tool), args, {
      ...place.account,
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
    });
    let complaint = "";
    child.stderr?.on("data", (text: Buffer) => {
      complaint += text.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(complaint.trim() || `${tool}: ${code}`))));
  });
}

/** Makes the cluster beside its place and moves it there whole, so that a killed attempt leaves nothing half made. */
async function initialise(place: Place): Promise<void> {
  if (await stat(join(place.folder, "PG_VERSION")).catch(() => null)) return;
  const secret = await mkdtemp(join(tmpdir(), "tianyan-"));
  const draft = `${place.folder}.${process.pid}.new`;
  try {
    const file = join(secret, "password");
    await writeFile(file, `${place.password}\n`, { mode: 0o600 });
    if (place.account) {
      await chown(secret, place.account.uid, place.account.gid);
      await chown(file, place.account.uid, place.account.gid);
    }
    await give(draft, place.account);
    const args = [`--pgdata=${draft}`, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--auth=scram-sha-256"];
    await runTool(place, "initdb", [...args, `--username=${USER}`, `--pwfile=${file}`]);
    await rename(draft, place.folder).catch(async (error: unknown) => {
      if (!(await stat(join(place.folder, "PG_VERSION")).catch(() => null))) throw error;
    });
  } finally {
    await rm(secret, { recursive: true, force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "256MB",
  maintenance_work_mem: "128MB",
  work_mem: "32MB",
  max_wal_size: "2GB",
  wal_compression: "on",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** A process group of its own: Ctrl-C reaches us alone, and we end it in order; killed, we leave it running for the next. */
function launch(place: Place, port: number): void {
  const log = openSync(place.log, "a", 0o600);
  try {
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(
      join(place.binaries, "bin", "postgres"),
      ["-D", place.folder, "-p", String(port), ...settings],
      {
        ...place.account,
        cwd: "/",
        detached: true,
        stdio: ["ignore", log, log],
        env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
      },
    );
    child.on("error", () => undefined);
    child.unref();
  } finally {
    closeSync(log);
  }
}

const isReady = async (place: Place): Promise<boolean> =>
  /^ready/m.test((await readFile(join(place.folder, "postmaster.pid"), "utf8").catch(() => "")).split("\n")[7] ?? "");

async function waitUntilReady(place: Place): Promise<Postmaster> {
  const giveUpAt = performance.now() + START_TIMEOUT_MS;
  const grace = performance.now() + 3_000;
  while (performance.now() < giveUpAt) {
    const found = await runningPostmaster(place.folder);
    if (found && (await isReady(place))) return found;
    if (!found && performance.now() > grace) break;
    await sleep(50);
  }
  const tail = (await readFile(place.log, "utf8").catch(() => "")).trimEnd().split("\n").at(-1) ?? "";
  throw new DatabaseFailure("database.not_started", {
    zh: `内置数据库没有启动，详见 ${place.log}：${tail}`,
    en: `The built-in database did not start; see ${place.log}: ${tail}`,
  });
}

/**
 * The PostgreSQL of `dataDir`: the one that runs already (another command, or a server that was killed), else started.
 * Throws DatabaseFailure with one line for people.
 */
export async function startEmbedded(dataDir: string, notice: Notice = () => undefined): Promise<EmbeddedServer> {
  const place = await findPlace(dataDir, notice);
  if (!(await runningPostmaster(place.folder))) {
    try {
      await initialise(place);
    } catch (error) {
      throw new DatabaseFailure(
        "database.not_created",
        {
          zh: `内置数据库创建失败：${textOf(error)}`,
          en: `The built-in database could not be created: ${textOf(error)}`,
        },
        error,
      );
    }
    launch(place, await freePort());
  }
  const { pid, port } = await waitUntilReady(place);
  return { pid, url: `postgres://${USER}:${place.password}@127.0.0.1:${port}/postgres` };
}

/** Ends the server in order: open statements are cancelled, everything committed is on disk. Resolves when it has gone. */
export async function stopEmbedded(pid: number): Promise<void> {
  const gone = (): boolean => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };
  if (gone()) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; !gone() && waited < 30_000; waited += 20) await sleep(20);
}
