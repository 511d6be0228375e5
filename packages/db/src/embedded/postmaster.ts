import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../failure";

/** What PostgreSQL writes into `postmaster.pid` of its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Name of a running program; null where there is none, "" where nobody tells. */
function programOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return null;
  }
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8");
  } catch {
    // No /proc: not Linux.
  }
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

const isPostgres = (pid: number): boolean => {
  const program = programOf(pid);
  return program !== null && (program === "" || program.includes("postgres"));
};

/**
 * The server that runs on `folder`; null where none does. A file that a killed one left behind is removed: its pid may
 * belong to another program by now, and PostgreSQL would take that for itself.
 */
export async function runningPostmaster(folder: string): Promise<Postmaster | null> {
  const file = join(folder, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (isPostgres(pid)) return { pid, port: Number(lines[3]) };
  await rm(file, { force: true });
  return null;
}
