import type { DigestPart } from "@tianyan/api";
import { readWatchRules } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { countMatches } from "../queries/watch-rules";
import type { Services } from "../services";

/** Own watch rules with orders that were not looked at yet. */
export async function watchedOf(services: Services, actor: Actor): Promise<DigestPart["watched"]> {
  const watched: DigestPart["watched"] = [];
  for (const row of await readWatchRules(services.db.sql, actor.account ?? "0")) {
    const counts = await countMatches(services, actor, row);
    if (counts && counts.fresh > 0) watched.push({ id: row.id, name: row.name, ...counts });
  }
  return watched;
}
