import { parseArgs } from "node:util";
import { parseParameters } from "@tianyan/core";
import { Refusal, readYaml } from "@tianyan/ingest";
import { replayAll } from "../services/findings/replay";
import { EXIT, type RunCommand } from "./command";
import { withInstallation } from "./with-installation";

async function loadRules(path: string) {
  const parsed = parseParameters(await readYaml(path));
  if (parsed.ok) return parsed.parameters;
  const [problem] = parsed.problems;
  throw new Refusal("rules.invalid", {
    zh: `${path}：${problem?.path}：${problem?.zh}`,
    en: `${path}: ${problem?.path}: ${problem?.en}`,
  });
}

/** `tianyan replay [--rules F] [--dry-run]`: judges the whole database again; JSON summary. */
export const run: RunCommand = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: { rules: { type: "string" }, "dry-run": { type: "boolean", default: false } },
  });
  const parameters = values.rules === undefined ? undefined : await loadRules(values.rules);
  const request = { parameters, dryRun: values["dry-run"], signal: io.signal };
  const summary = await withInstallation(io, (services, actor) => replayAll(services, actor, request));
  io.stdout.write(`${JSON.stringify(summary)}\n`);
  return EXIT.done;
};
