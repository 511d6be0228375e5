/** `pnpm bench:detect [grouped|shuffled] [events]`: events a second of the whole process, and its greatest memory. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeGrouped, writeShuffled } from "./detect/write-files";

const ROOT = join(import.meta.dirname, "../../..");

interface Measured {
  readonly seconds: number;
  /** Greatest resident memory of the process, MB. */
  readonly peak: number;
  readonly bytesOut: number;
}

/** Runs the command as a user does and asks the process itself for its greatest memory, at its end. */
function measure(events: string): Promise<Measured> {
  const started = performance.now();
  const probe = join(import.meta.dirname, "detect/report-peak.mjs");
  const child = spawn(
    process.execPath,
    ["--import", probe, "--import", "tsx", "server/src/cli/main.ts", "detect", "--events", events],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let bytesOut = 0;
  let words = "";
  child.stdout.on("data", (chunk: Buffer) => {
    bytesOut += chunk.length;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    words += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const peak = /peak-rss-kb (\d+)/.exec(words)?.[1];
      process.stderr.write(words);
      if (code !== 0 || !peak) return reject(new Error(`detect ended with ${code}`));
      resolve({ seconds: (performance.now() - started) / 1000, peak: Number(peak) / 1024, bytesOut });
    });
  });
}

async function run(
  name: string,
  write: (folder: string, path: string) => Promise<number> | number,
  file: string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tianyan-bench-"));
  try {
    const path = join(folder, file);
    const events = await write(folder, path);
    const { seconds, peak, bytesOut } = await measure(path);
    const sizes = `${(statSync(path).size / 1e6).toFixed(0)} MB in, ${(bytesOut / 1e6).toFixed(0)} MB out`;
    console.log(
      `${name}: ${events} events (${sizes}) in ${seconds.toFixed(1)} s: ${Math.round(events / seconds)} events/s, peak RSS ${peak.toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [which, count] = process.argv.slice(2);
if (which !== "shuffled") {
  await run("grouped, gzip", (_, path) => writeGrouped(path, Number(count ?? 1_000_000)), "events.csv.gz");
}
if (which !== "grouped") {
  await run("shuffled", (folder, path) => writeShuffled(folder, path, Number(count ?? 10_000_000)), "events.csv");
}
