import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeGrouped, writeShuffled } from "./write-files";

const ROOT = join(import.meta.dirname, "../../../..");

interface Measured {
  readonly seconds: number;
  /** Greatest resident memory of the process, MB. */
  readonly peak: number;
  readonly bytesOut: number;
}

/** Runs the command as a user does and asks the process itself for its greatest memory, at its end. */
function measure(events: string): Promise<Measured> {
  const started = performance.now();
  const probe = join(import.meta.dirname, "report-peak.mjs");
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

/** What detect did with one file. */
export interface DetectFigures extends Measured {
  readonly name: string;
  readonly events: number;
  readonly bytesIn: number;
}

export type FileForm = "grouped" | "shuffled";

/** Writes a file of at least `events` events, those of an order together and packed, or in random order; then measures detect. */
export async function measureDetect(form: FileForm, events: number): Promise<DetectFigures> {
  const folder = mkdtempSync(join(tmpdir(), "tianyan-bench-"));
  try {
    const grouped = form === "grouped";
    const path = join(folder, grouped ? "events.csv.gz" : "events.csv");
    const written = grouped ? await writeGrouped(path, events) : writeShuffled(folder, path, events);
    const measured = await measure(path);
    const name = grouped ? "grouped, gzip" : "shuffled";
    return { ...measured, name, events: written, bytesIn: statSync(path).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
