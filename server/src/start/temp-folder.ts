import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeFolders } from "@tianyan/db";

const isAlive = (pid: string): boolean => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Has everything that is needed only for a moment written into the data folder, where it does not outlast a server that is killed: what
 * earlier ones left is taken away now. Answers how to take away ours.
 */
export async function openTempFolder(dataDir: string): Promise<() => Promise<void>> {
  const all = join(dataDir, "tmp");
  const own = join(all, String(process.pid));
  for (const pid of await readdir(all).catch((): string[] => []))
    if (!isAlive(pid)) await rm(join(all, pid), { recursive: true, force: true });
  await makeFolders(own, 0o700);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = own;
  return async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(own, { recursive: true, force: true });
  };
}
