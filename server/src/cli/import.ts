import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeFolders, type RejectRow } from "@tianyan/db";
import { CANONICAL_PROFILE, loadProfile, Refusal } from "@tianyan/ingest";
import { readConfig } from "../config/config";
import { type ImportSummary, importFiles } from "../services/imports/import-files";
import { type CommandIo, EXIT, type RunCommand, say } from "./command";
import { createProgress } from "./progress";
import { withInstallation } from "./with-installation";

/** `tianyan import [--profile F] [--rejects F] FILES…`: a summary as JSON; exit 1 where rows were rejected. */
export const run: RunCommand = async (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { profile: { type: "string" }, rejects: { type: "string" } },
    allowPositionals: true,
  });
  if (positionals.length === 0)
    throw new Refusal("arguments.missing", { zh: "请给出要导入的文件", en: "Name the files to import" });
  const profile = values.profile === undefined ? CANONICAL_PROFILE : await loadProfile(values.profile);
  const progress = createProgress(io);
  const summary = await withInstallation(io, (services, actor) =>
    importFiles(services, actor, { profile, files: positionals, signal: io.signal, onProgress: progress }),
  );
  const rejectsFile = await writeRejects(summary, values.rejects, io);
  const { rejects: _, ...told } = summary;
  io.stdout.write(`${JSON.stringify({ ...told, rejects_file: rejectsFile })}\n`);
  return summary.rejected > 0 ? EXIT.rejected : EXIT.done;
};

async function writeRejects(summary: ImportSummary, named: string | undefined, io: CommandIo): Promise<string | null> {
  if (summary.rejects.length === 0) return null;
  const folder = join(readConfig(process.env).dataDir, "rejects");
  if (named === undefined) await makeFolders(folder);
  const path = named ?? join(folder, `batch-${summary.batch}.ndjson`);
  await writeLines(path, summary.rejects);
  say(io, {
    zh: `${summary.rejected} 行被拒收，原因见 ${path}`,
    en: `${summary.rejected} rows were rejected; the reasons are in ${path}`,
  });
  return path;
}

async function writeLines(path: string, rejects: readonly RejectRow[]): Promise<void> {
  const file = createWriteStream(path);
  for (const { column_name, code, ...reject } of rejects)
    if (!file.write(`${JSON.stringify({ ...reject, column: column_name, reason: code })}\n`)) await once(file, "drain");
  file.end();
  await once(file, "close");
}
