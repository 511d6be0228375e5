import { spawn } from "node:child_process";
import { chown, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { give } from "./account";
import { type Place, USER } from "./place";

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
export async function initialise(place: Place): Promise<void> {
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
