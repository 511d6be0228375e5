import { parseArgs } from "node:util";
import { readDemo } from "@tianyan/db";
import { Refusal } from "@tianyan/ingest";
import { publicAddress, readConfig } from "../config/config";
import { demoLinks } from "../services/accounts/demo";
import { EXIT, type RunCommand } from "./command";
import { withInstallation } from "./with-installation";

const NO_DEMO = {
  zh: "这里没有演示数据（或 DEMO=off），真实人员请用 tianyan user add 添加",
  en: "There is no demo county here (or DEMO=off); add real people with tianyan user add",
};

/** `tianyan demo links`: new one-time links for the invented people, as JSON lines; those before count no longer. */
export const run: RunCommand = async (args, io) => {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  if (positionals.join(" ") !== "links")
    throw new Refusal("arguments.demo", { zh: "用法：tianyan demo links", en: "Usage: tianyan demo links" });
  const config = readConfig(process.env);
  const links = await withInstallation(io, async (services, actor) => {
    if (!config.demo || !(await readDemo(services.db.sql))) throw new Refusal("demo.none", NO_DEMO);
    return demoLinks(services, actor);
  });
  const address = publicAddress(config);
  for (const { post, name, path } of links)
    io.stdout.write(`${JSON.stringify({ post, name, link: address + path })}\n`);
  return EXIT.done;
};
