import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadProfile, Refusal } from "@tianyan/ingest";
import { type DemoOptions, demoPresent, writeDemo } from "@tianyan/seed";
import { DEMO_PROFILE } from "../services/demo/load";
import { enterAsCommand } from "../services/imports/history";
import { importFiles } from "../services/imports/import-files";
import { systemNow } from "../start/installation";
import { EXIT, type RunCommand } from "./command";
import { createProgress } from "./progress";
import { withInstallation } from "./with-installation";

const DEFAULT_ORDERS = 200_000;
const MOST_ORDERS = 5_000_000;

/** `tianyan seed [--orders N] [--seed S] [--keep DIR]`: a simulated county by the import path; DIR keeps its export files. */
export const run: RunCommand = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: { orders: { type: "string" }, seed: { type: "string" }, keep: { type: "string" } },
    strict: true,
    allowPositionals: false,
  });
  const options: DemoOptions = {
    orders: wholeNumber("orders", values.orders ?? String(DEFAULT_ORDERS), MOST_ORDERS),
    seed: wholeNumber("seed", values.seed ?? "1", 2 ** 31 - 1),
    until: demoPresent(systemNow()),
  };
  const folder = values.keep ?? (await mkdtemp(join(tmpdir(), "tianyan-seed-")));
  try {
    const demo = await writeDemo(folder, options);
    const profile = demo.profile === null ? DEMO_PROFILE : await loadProfile(demo.profile);
    const { rejects: _, ...summary } = await withInstallation(io, (services, actor) =>
      importFiles(services, actor, {
        profile,
        files: demo.files,
        signal: io.signal,
        onProgress: createProgress(io),
        within: enterAsCommand(actor, demo.files, services.now(), "demo"),
      }),
    );
    io.stdout.write(`${JSON.stringify(summary)}\n`);
    return summary.rejected > 0 ? EXIT.rejected : EXIT.done;
  } finally {
    if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
};

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d{1,10}$/.test(text) && value >= 1 && value <= most) return value;
  throw new Refusal("arguments.not_a_number", {
    zh: `--${name} 须为 1 至 ${most} 之间的整数，现为“${text}”`,
    en: `--${name} takes a whole number from 1 to ${most}, not "${text}"`,
  });
}
