import { existsSync } from "node:fs";
import { runNode } from "./child.mjs";
import { commandOf, fromRoot } from "./paths.mjs";
import { Explained, say, seconds } from "./say.mjs";
import { hashOf, readStamp, writeStamp } from "./stamp.mjs";

const STAMP = ".cache/web-build.stamp";
const SOURCES = ["web", "packages/api/src", "packages/core/src", "tsconfig.base.json", "pnpm-lock.yaml"];

/** Builds the screens, unless they were built from these very sources. */
export async function buildWeb() {
  const stamp = hashOf(SOURCES);
  if (existsSync(fromRoot("web/dist/index.html")) && readStamp(STAMP) === stamp) return;
  say("正在构建界面……", "Building the screens …");
  const since = performance.now();
  const built = await runNode([commandOf("vite", "vite", "web"), "build"], {
    cwd: fromRoot("web"),
    output: "capture",
    env: { NODE_ENV: "production" },
  });
  if (built.code !== 0) {
    const denied = /(?:EACCES|EPERM|EROFS)[^'\n]*'([^']+)'/.exec(built.text);
    if (denied !== null) throw new Explained(`没有写入权限：${denied[1]}。`, `No permission to write to ${denied[1]}.`);
    process.stderr.write(built.text);
    throw new Explained("界面构建失败，原因见上。", "The screens could not be built; the reason stands above.");
  }
  writeStamp(STAMP, stamp);
  say(`界面构建完成，用时 ${seconds(since)} 秒。`, `Screens built in ${seconds(since)} s.`);
}
