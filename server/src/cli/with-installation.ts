import { type Actor, SYSTEM_ACTOR } from "../auth/actor";
import { readConfig } from "../config/config";
import { VERSION } from "../config/version";
import type { Services } from "../services/services";
import { openInstallation, systemNow } from "../start/installation";
import { type CommandIo, say } from "./command";

/** Runs a command on the database of the environment, and leaves it as it was found: running or not. */
export async function withInstallation<T>(
  io: CommandIo,
  work: (services: Services, actor: Actor) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(readConfig(process.env), systemNow(), (words) => say(io, words));
  try {
    const { db, work: replay, keys } = installation;
    return await work({ db, work: replay, keys, now: systemNow, version: VERSION }, SYSTEM_ACTOR);
  } finally {
    await installation.close();
  }
}
