import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { run } from "./child.mjs";
import { fromRoot, ROOT } from "./paths.mjs";
import { Explained, say, seconds } from "./say.mjs";
import { hashOf, readStamp, writeStamp } from "./stamp.mjs";

const STAMP = "node_modules/.install-stamp";

function manifests() {
  const packages = readdirSync(fromRoot("packages")).map((name) => `packages/${name}/package.json`);
  return [
    "package.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    ...packages,
    "server/package.json",
    "web/package.json",
    "seed/package.json",
  ];
}

/** The pinned pnpm: the one that runs us where it is the same, else through npx. */
function pnpm() {
  const wanted = JSON.parse(readFileSync(fromRoot("package.json"), "utf8")).packageManager.split("+")[0];
  const { npm_config_user_agent: agent = "", npm_execpath: running = "" } = process.env;
  if (agent.startsWith(`${wanted.replace("@", "/")} `) && /pnpm\.[cm]?js$/.test(running)) {
    return { program: process.execPath, args: [running], shell: false };
  }
  return { program: "npx", args: ["--yes", wanted], shell: process.platform === "win32" };
}

const CAUSES = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|META_FETCH_FAIL|FETCH_ERROR/,
    "无法连接 npm 软件源，请检查网络，或用 npm config set registry 指定可用的软件源。",
    "The npm registry cannot be reached: check the network, or name one that can with npm config set registry.",
  ],
  [/ENOSPC/, "磁盘空间不足，无法安装依赖。", "The disk is full: the dependencies cannot be installed."],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    "package.json 与 pnpm-lock.yaml 不一致，请先运行 npx pnpm install 并提交 pnpm-lock.yaml。",
    "package.json and pnpm-lock.yaml differ: run npx pnpm install first, and commit pnpm-lock.yaml.",
  ],
];

function noWrite(path) {
  return new Explained(
    `没有写入权限：${path}。请用有权限的用户运行，或修改目录属主。`,
    `No permission to write to ${path}: run as a user who may, or change the owner of the folder.`,
  );
}

function explain(text) {
  const denied = /(?:EACCES|EPERM|EROFS)[^'\n]*'([^']+)'/.exec(text);
  if (denied !== null) return noWrite(denied[1]);
  const cause = CAUSES.find(([sign]) => sign.test(text));
  if (cause !== undefined) return new Explained(cause[1], cause[2]);
  process.stderr.write(text);
  return new Explained("依赖安装失败，原因见上。", "The dependencies could not be installed; the reason stands above.");
}

function checkWritable() {
  for (const path of [ROOT, fromRoot("node_modules")]) {
    if (!existsSync(path)) continue;
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw noWrite(path);
    }
  }
}

function showProgress(text) {
  const line = text.match(/^Progress:.*$/gm)?.at(-1);
  if (line !== undefined && process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line.slice(0, 100)}`);
}

/** Installs what the lockfile says, unless it is there already. Does not ask, and changes no lockfile. */
export async function install() {
  const stamp = hashOf(manifests(), `${process.platform}-${process.arch}`);
  if (existsSync(fromRoot("node_modules/.modules.yaml")) && readStamp(STAMP) === stamp) return;
  checkWritable();
  say("正在安装依赖……", "Installing dependencies …");
  const since = performance.now();
  const { program, args, shell } = pnpm();
  const options = [
    "install",
    "--frozen-lockfile",
    "--reporter=append-only",
    "--loglevel=info",
    "--config.confirm-modules-purge=false",
  ];
  const done = await run(program, [...args, ...options], {
    output: "capture",
    onText: showProgress,
    shell,
    env: { npm_config_loglevel: "warn", npm_config_update_notifier: "false" },
  }).catch((error) => {
    if (error.code !== "ENOENT") throw error;
    throw new Explained(
      "未找到 npx，请安装随 Node 附带的 npm。",
      "npx was not found: please install npm, which comes with Node.",
    );
  });
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  if (done.code !== 0) throw explain(done.text);
  writeStamp(STAMP, stamp);
  say(`依赖安装完成，用时 ${seconds(since)} 秒。`, `Dependencies installed in ${seconds(since)} s.`);
}
