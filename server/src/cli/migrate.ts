import { parseArgs } from "node:util";
import { schemaVersion } from "@tianyan/db";
import { readConfig } from "../config/config";
import { openInstallation, systemNow } from "../start/installation";
import { EXIT, type RunCommand, say } from "./command";

/** `tianyan migrate`: brings the database to this version; JSON. Every other command does so too. */
export const run: RunCommand = async (args, io) => {
  parseArgs({ args: [...args], options: {} });
  const installation = await openInstallation(readConfig(process.env), systemNow(), (words) => say(io, words));
  try {
    const version = await schemaVersion(installation.db.sql);
    io.stdout.write(`${JSON.stringify({ version, applied: installation.applied })}\n`);
  } finally {
    await installation.close();
  }
  return EXIT.done;
};
