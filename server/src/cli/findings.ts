import { once } from "node:events";
import { parseArgs } from "node:util";
import { DEFAULT_PARAMETERS, type Instant, zone } from "@tianyan/core";
import { createInstantReader, Refusal } from "@tianyan/ingest";
import { exportFindings } from "../services/findings/export";
import { EXIT, type RunCommand } from "./command";
import { withInstallation } from "./with-installation";

function readAt(text: string): Instant {
  const at = createInstantReader("iso", zone(DEFAULT_PARAMETERS.zone))(text);
  if (at !== null) return at;
  throw new Refusal("arguments.instant", {
    zh: `--at 的时间“${text}”无法识别，请写成 2024-03-05T09:07:00+08:00`,
    en: `--at: "${text}" is not a readable instant; write 2024-03-05T09:07:00+08:00`,
  });
}

/** `tianyan findings [--at T] [--source S]`: what the database holds, as `detect` writes it. */
export const run: RunCommand = async (args, io) => {
  const { values } = parseArgs({ args: [...args], options: { at: { type: "string" }, source: { type: "string" } } });
  const at = values.at === undefined ? undefined : readAt(values.at);
  await withInstallation(io, async (services, actor) => {
    for await (const record of exportFindings(services, actor, { at, source: values.source })) {
      io.signal.throwIfAborted();
      if (!io.stdout.write(`${JSON.stringify(record)}\n`)) await once(io.stdout, "drain");
    }
  });
  return EXIT.done;
};
