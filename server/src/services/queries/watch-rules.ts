import { ApiError, requirePermission, type WatchRule, type WatchRuleFields, type WatchRules } from "@tianyan/api";
import { type Condition, instant, isoInstant } from "@tianyan/core";
import {
  removeWatchRule as deleteRule,
  addWatchRule as insertRule,
  lockWatchRules,
  readWatchRule,
  readWatchRules,
  setSeen,
  changeWatchRule as updateRule,
  type WatchRuleRow,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Onlooker } from "../../auth/as-actor";
import { record } from "../audit/record";
import { isoOrNull } from "../instants";
import type { Services } from "../services";
import { MOST_MATCHES, matchingNumbers } from "./matches";

const MOST_RULES = 20;

/** Watch rules belong to an account: the system has none. */
export function ownerOf(actor: Actor): string {
  requirePermission(actor, "views.write");
  if (actor.account === null) throw new ApiError("permission.denied");
  return actor.account;
}

const item = (row: WatchRuleRow, counts: Counts | null): WatchRule => ({
  id: row.id,
  name: row.name,
  condition: row.condition,
  on: row.is_on,
  changed_at: isoInstant(instant(row.changed_at)),
  looked_at: isoOrNull(row.looked_at),
  matches: counts?.matches ?? null,
  fresh: counts?.fresh ?? null,
});

interface Counts {
  readonly matches: number;
  readonly fresh: number;
}

/** Null where it is off, or takes too long. */
export async function countMatches(services: Services, onlooker: Onlooker, row: WatchRuleRow): Promise<Counts | null> {
  if (!row.is_on) return null;
  const seen = new Set(row.seen);
  try {
    const numbers = await matchingNumbers(services, onlooker, row.condition);
    return { matches: numbers.length, fresh: numbers.filter((number) => !seen.has(number)).length };
  } catch (error) {
    if (error instanceof ApiError && error.code === "query.too_slow") return null;
    throw error;
  }
}

export async function listWatchRules(services: Services, actor: Actor): Promise<WatchRules> {
  const rules: WatchRule[] = [];
  for (const row of await readWatchRules(services.db.sql, ownerOf(actor)))
    rules.push(item(row, await countMatches(services, actor, row)));
  return { rules };
}

/** What matches when it is made is not new. Throws where too many match to be watched. */
async function watchable(services: Services, actor: Actor, condition: Condition): Promise<readonly string[]> {
  const numbers = await matchingNumbers(services, actor, condition);
  if (numbers.length > MOST_MATCHES) throw new ApiError("watch_rule.too_broad");
  return numbers;
}

const told = ({ name, on }: WatchRuleFields) => ({ name, on });

export async function addWatchRule(services: Services, actor: Actor, given: WatchRuleFields): Promise<WatchRule> {
  const account = ownerOf(actor);
  const numbers = await watchable(services, actor, given.condition);
  const row = await services.db.sql.begin(async (tx) => {
    await lockWatchRules(tx, account);
    if ((await readWatchRules(tx, account)).length >= MOST_RULES) throw new ApiError("watch_rule.too_many");
    const { name, condition, on: is_on } = given;
    const id = await insertRule(tx, account, { name, condition, is_on }, numbers, services.now());
    if (id === null) throw new ApiError("watch_rule.name_taken");
    const made = await readWatchRule(tx, account, id);
    const subject = { type: "watch_rule", id };
    await record(tx, actor, { action: "watch_rule.saved", subject, after: told(given), outcome: "done" });
    return made;
  });
  if (!row) throw new ApiError("watch_rule.not_found");
  return item(row, row.is_on ? { matches: numbers.length, fresh: 0 } : null);
}

/** Other conditions begin anew: what matches them already is not new. */
export async function changeWatchRule(
  services: Services,
  actor: Actor,
  id: string,
  given: WatchRuleFields,
): Promise<WatchRule> {
  const account = ownerOf(actor);
  const known = await readWatchRule(services.db.sql, account, id);
  if (!known) throw new ApiError("watch_rule.not_found");
  const anew = JSON.stringify(known.condition) !== JSON.stringify(given.condition);
  const numbers = anew ? await watchable(services, actor, given.condition) : null;
  const row = await services.db.sql.begin(async (tx) => {
    await lockWatchRules(tx, account);
    const before = await readWatchRule(tx, account, id);
    if (!before) throw new ApiError("watch_rule.not_found");
    const { name, condition, on: is_on } = given;
    if (!(await updateRule(tx, { account, id }, { name, condition, is_on }, services.now())))
      throw new ApiError("watch_rule.name_taken");
    if (numbers) await setSeen(tx, id, numbers, services.now());
    const subject = { type: "watch_rule", id };
    const changed = { before: { name: before.name, on: before.is_on }, after: told(given) };
    await record(tx, actor, { action: "watch_rule.saved", subject, ...changed, outcome: "done" });
    return { ...before, name, condition, is_on, ...(numbers ? { seen: numbers, looked_at: services.now() } : {}) };
  });
  return item(row, await countMatches(services, actor, row));
}

export async function removeWatchRule({ db }: Services, actor: Actor, id: string): Promise<void> {
  const account = ownerOf(actor);
  await db.sql.begin(async (tx) => {
    const before = await readWatchRule(tx, account, id);
    if (!before) throw new ApiError("watch_rule.not_found");
    await deleteRule(tx, id);
    const subject = { type: "watch_rule", id };
    await record(tx, actor, { action: "watch_rule.removed", subject, before: { name: before.name }, outcome: "done" });
  });
}

/** The person looked at what matches now: none of it is new any more. */
export async function lookAtWatchMatches(services: Services, actor: Actor, id: string): Promise<WatchRule> {
  const account = ownerOf(actor);
  const row = await readWatchRule(services.db.sql, account, id);
  if (!row) throw new ApiError("watch_rule.not_found");
  const numbers = await matchingNumbers(services, actor, row.condition);
  const looked_at = services.now();
  await services.db.sql.begin(async (tx) => {
    await setSeen(tx, id, numbers, looked_at);
    const [subject, after] = [{ type: "watch_rule", id }, { matches: numbers.length }];
    await record(tx, actor, { action: "watch_rule.looked_at", subject, after, outcome: "done" });
  });
  return item({ ...row, looked_at }, row.is_on ? { matches: numbers.length, fresh: 0 } : null);
}
