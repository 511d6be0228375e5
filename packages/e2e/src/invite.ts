import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { enter, LINK, type Sessions } from "./sessions";

const ROOT = join(import.meta.dirname, "../../..");
const PASSWORD = "Yunxiu-2026-hotline";

/** Without a demo the first people come in as in a real installation: by a command, a link, and a password of their own. */
export async function inviteSteward(url: string, dataDir: string): Promise<Sessions> {
  const command = [join(ROOT, "server/src/cli/main.ts"), "user", "add", "steward", "--post", "data_steward"];
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", ...command], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const token = LINK.exec(stdout)?.[1];
  if (token === undefined) throw new Error(`no invitation was printed:\n${stdout}`);
  const cookie = await enter(url, token);
  const answer = await fetch(`${url}/api/account/password`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, cookie },
    body: JSON.stringify({ password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`the password was refused: ${answer.status} ${await answer.text()}`);
  return { data_steward: answer.headers.getSetCookie()[0]?.split(";")[0] ?? cookie };
}
