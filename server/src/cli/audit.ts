import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { auditWrongText } from "@tianyan/api";
import { BrokenChain, UnusableSegment, verifyAudit } from "@tianyan/db";
import { Refusal } from "@tianyan/ingest";
import { SYSTEM_ACTOR } from "../auth/actor";
import { readConfig } from "../config/config";
import { archive } from "../services/audit/archive";
import { codeOf, type HeadFile, parseHeadFile } from "../services/audit/exported";
import { exportHead } from "../services/audit/heads";
import { openInstallation, systemNow } from "../start/installation";
import { type CommandIo, EXIT, type ExitCode, type RunCommand, say } from "./command";
import { withInstallation } from "./with-installation";

const USAGE =
  "tianyan audit verify [--head FILE]… [--segment FILE]… | export-head | archive --before DATE [--folder FOLDER]";

/** The audit trail from the command line: verified, its head exported, old entries taken out into a file. */
export const run: RunCommand = async (args, io) => {
  const [verb, ...rest] = args;
  if (verb === "verify") return verify(rest, io);
  if (verb === "export-head") return head(rest, io);
  if (verb === "archive") return takeOut(rest, io);
  throw new Refusal("arguments.missing", { zh: `用法：${USAGE}`, en: `Usage: ${USAGE}` });
};

async function verify(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: { head: { type: "string", multiple: true }, segment: { type: "string", multiple: true } },
  });
  const heads = await Promise.all((values.head ?? []).map(readHeadFile));
  const segments = values.segment ?? [];
  const verified = await withInstallation(io, ({ db }) =>
    verifyAudit(db, { heads, segments, signal: io.signal }).catch((error: unknown) => {
      if (error instanceof UnusableSegment) throw unusable("--segment", segments.join(", "));
      throw error;
    }),
  );
  const { wrong, entries, head, unread, unmet } = verified;
  const left = { segments_unread: unread.map(({ file }) => file), heads_unmet: unmet.map(({ seq }) => seq) };
  io.stdout.write(`${JSON.stringify({ entries, seq: head.seq, hash: head.hash, wrong, ...left })}\n`);
  if (!wrong) return EXIT.done;
  const { zh, en } = auditWrongText(wrong);
  say(io, { zh: `审计记录被动过：${zh}。`, en: `The audit trail was tampered with: ${en}.` });
  return EXIT.failed;
}

async function head(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  parseArgs({ args: [...args], options: {} });
  const exported = await withInstallation(io, (services) => exportHead(services));
  io.stdout.write(`${JSON.stringify({ ...exported, code: codeOf(exported) })}\n`);
  return EXIT.done;
}

async function takeOut(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: { before: { type: "string" }, folder: { type: "string" } },
  });
  const config = readConfig(process.env);
  const folder = values.folder ?? join(config.dataDir, "audit-segments");
  if (values.before === undefined || !/^\d{4}-\d\d-\d\d$/.test(values.before))
    throw new Refusal("arguments.missing", { zh: `用法：${USAGE}`, en: `Usage: ${USAGE}` });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const installation = await openInstallation(config, systemNow(), (words) => say(io, words));
  const owner = await installation.openOwner();
  try {
    const told = await archive(owner, SYSTEM_ACTOR, { before: values.before, folder, now: systemNow() });
    io.stdout.write(`${JSON.stringify(told)}\n`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof BrokenChain)) throw error;
    const { zh, en } = auditWrongText(error.wrong);
    say(io, {
      zh: `审计记录被动过，没有归档：${zh}。`,
      en: `The audit trail was tampered with, nothing was taken out: ${en}.`,
    });
    return EXIT.failed;
  } finally {
    await owner.close();
    await installation.close();
  }
}

async function readHeadFile(path: string): Promise<HeadFile> {
  const found = parseHeadFile(await readFile(path, "utf8").catch(() => ""));
  if (!found) throw unusable("--head", path);
  return found;
}

const unusable = (option: string, path: string): Refusal =>
  new Refusal("arguments.unusable", {
    zh: `${option} 的文件无法使用：${path}`,
    en: `The file of ${option} cannot be used: ${path}`,
  });
