import type { Condition } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

export interface WatchRuleRow {
  readonly id: string;
  readonly name: string;
  readonly condition: Condition;
  readonly is_on: boolean;
  readonly changed_at: number;
  readonly looked_at: number | null;
  /** Numbers of the orders that matched when its matches were looked at last. */
  readonly seen: readonly string[];
}

type Fields = Pick<WatchRuleRow, "name" | "condition" | "is_on">;

const columns = (sql: Runner) => sql`id, name, condition, is_on, changed_at, looked_at, seen`;

/** A person's own, by name. */
export const readWatchRules = (sql: Runner, account: string): Promise<readonly WatchRuleRow[]> =>
  sql<WatchRuleRow[]>`
    select ${columns(sql)} from watch_rule where account = ${account}::bigint order by name collate "C", id`;

/** The person's own; null where there is none. */
export async function readWatchRule(sql: Runner, account: string, id: string): Promise<WatchRuleRow | null> {
  const [row] = await sql<WatchRuleRow[]>`
    select ${columns(sql)} from watch_rule where id = ${id}::bigint and account = ${account}::bigint`;
  return row ?? null;
}

/** One person's rules are changed one after the other. */
export const lockWatchRules = (tx: Transaction, account: string) =>
  tx`select from account where id = ${account}::bigint for no key update`;

/** Null where the person has one of that name. What matches already is not new. */
export async function addWatchRule(
  tx: Transaction,
  account: string,
  { name, condition, is_on }: Fields,
  seen: readonly string[],
  at: number,
): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into watch_rule (account, name, condition, is_on, changed_at, looked_at, seen)
    values (${account}::bigint, ${name}, ${jsonText(condition)}::text::jsonb, ${is_on}, ${at}::timestamptz, ${at}::timestamptz,
      ${seen as string[]}::bigint[])
    on conflict do nothing returning id`;
  return row?.id ?? null;
}

/** False where another of the person's has that name. */
export async function changeWatchRule(
  tx: Transaction,
  { account, id }: { readonly account: string; readonly id: string },
  { name, condition, is_on }: Fields,
  at: number,
): Promise<boolean> {
  const rows = await tx`
    update watch_rule r set name = ${name}, condition = ${jsonText(condition)}::text::jsonb, is_on = ${is_on},
      changed_at = ${at}::timestamptz
    where id = ${id}::bigint and account = ${account}::bigint and not exists (
      select from watch_rule o where o.account = r.account and o.name = ${name} and o.id <> r.id)
    returning 1`;
  return rows.length > 0;
}

/** None of these is new any more. */
export const setSeen = (tx: Transaction, id: string, seen: readonly string[], at: number) =>
  tx`update watch_rule set seen = ${seen as string[]}::bigint[], looked_at = ${at}::timestamptz where id = ${id}::bigint`;

export const removeWatchRule = (tx: Transaction, id: string) => tx`delete from watch_rule where id = ${id}::bigint`;
