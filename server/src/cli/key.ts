import { parseArgs } from "node:util";
import { NewMachineKeySchema } from "@tianyan/api";
import { Refusal } from "@tianyan/ingest";
import { addKey, endKey, listKeys } from "../services/keys/keys";
import { type CommandIo, EXIT, type RunCommand } from "./command";
import { withInstallation } from "./with-installation";

/** `tianyan key add NAME [--source CODE] [--days N] | list | end ID`: keys under which machines deliver rows; JSON, the secret only when made. */
export const run: RunCommand = async (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { source: { type: "string" }, days: { type: "string" } },
    strict: true,
    allowPositionals: true,
  });
  const [verb, subject, ...rest] = positionals;
  if (verb === "list" && subject === undefined) return write(io, await withInstallation(io, listKeys));
  if (verb === "end" && subject !== undefined && /^\d{1,18}$/.test(subject) && rest.length === 0)
    return write(io, await withInstallation(io, (services, actor) => endKey(services, actor, subject)));
  if (verb === "add" && rest.length === 0) {
    const days = values.days === undefined ? {} : { days: Number(values.days) };
    const given = NewMachineKeySchema.safeParse({ name: subject, source: values.source ?? null, ...days });
    if (given.success)
      return write(io, await withInstallation(io, (services, actor) => addKey(services, actor, given.data)));
  }
  throw new Refusal("arguments.key", {
    zh: "用法：tianyan key add 名称 [--source 来源] [--days 1–1095]，tianyan key list，tianyan key end 编号",
    en: "Usage: tianyan key add NAME [--source CODE] [--days 1–1095], tianyan key list, tianyan key end ID",
  });
};

function write(io: CommandIo, answer: unknown): typeof EXIT.done {
  io.stdout.write(`${JSON.stringify(answer)}\n`);
  return EXIT.done;
}
