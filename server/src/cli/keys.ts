import { parseArgs } from "node:util";
import { Refusal } from "@tianyan/ingest";
import { readConfig } from "../config/config";
import { openKeyStore } from "../keys/store";
import { rotateKeys } from "../services/personal/rotate";
import { EXIT, type RunCommand, say } from "./command";
import { withInstallation } from "./with-installation";

/** `tianyan keys rotate`: encrypts personal data by another key; JSON. */
export const run: RunCommand = async (args, io) => {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  if (positionals.length !== 1 || positionals[0] !== "rotate")
    throw new Refusal("arguments.missing", { zh: "可用：tianyan keys rotate", en: "There is: tianyan keys rotate" });
  const { key, keysFolder } = readConfig(process.env);
  const store = openKeyStore(key, keysFolder);
  const done = await withInstallation(io, (services, actor) => rotateKeys(services, actor, store, io.signal));
  io.stdout.write(`${JSON.stringify(done)}\n`);
  say(io, {
    zh: "已改用新密钥。以前下载的拒收工作簿仍需旧密钥才能导入，不再需要时可将旧密钥移走；请重启正在运行的系统。",
    en: "Everything is encrypted by the new key. Workbooks of rejects downloaded before still need the old one; take it away when they do not matter any more. Restart the server if it runs.",
  });
  return EXIT.done;
};
