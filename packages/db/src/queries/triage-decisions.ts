import type { DecisionKind, DismissReason } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import { type OrderKey, rowsOfOrders } from "./keys";

/** A finding by its identity, as people name it. */
export interface FindingKey extends OrderKey {
  readonly key: string;
}

/** A finding as it stands when something is decided about it. */
export interface FindingToDecide {
  readonly id: string;
  readonly source: string;
  readonly order_id: string;
  readonly key: string;
  readonly yellow_at: number | null;
  readonly orange_at: number | null;
  readonly red_at: number | null;
  /** Id of the latest decision that counts, who made it and when. */
  readonly latest: string | null;
  readonly latest_author: string | null;
  readonly latest_at: number | null;
}

const keysOf = (sql: Runner, keys: readonly FindingKey[]) => sql`
  unnest(${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.orderId)}::text[],
    ${keys.map((key) => key.key)}::text[]) as k(source, order_id, key)`;

/** Decisions are made one act after the other: what an act saw is what it is held against. */
export const decideAlone = (tx: Transaction) => tx`select pg_advisory_xact_lock(hashtext('tianyan decide'))`;

/** Those of these findings that are there and in sight; they stay as they are until the transaction ends. */
export const findingsToDecide = (
  sql: Runner,
  keys: readonly FindingKey[],
  generation: string,
  { kept }: { readonly kept: boolean },
): Promise<readonly FindingToDecide[]> =>
  sql<FindingToDecide[]>`
    select f.id, f.source, f.order_id, f.key, f.yellow_at, f.orange_at, f.red_at,
      d.id as latest, d.author as latest_author, d.at as latest_at
    from ${keysOf(sql, keys)}
      cross join lateral (
        select * from finding t where t.source = k.source and t.order_id = k.order_id and t.key = k.key
          and t.from_gen <= ${generation}::bigint and t.to_gen > ${generation}::bigint
        ${kept ? sql`for share` : sql`offset 0`}) f
      left join lateral (
        select o.id, o.author, o.at from decision o where o.finding = f.id and o.undone_at is null
        order by o.id desc limit 1) d on true`;

export interface NewAct {
  readonly act: string;
  readonly kind: DecisionKind;
  readonly reason: DismissReason | null;
  readonly text: string | null;
  readonly watchUntil: number | null;
  readonly watchLevel: number | null;
  readonly account: string;
  readonly author: string;
}

/** Adds an act about findings, each with the interval, the units, the level and the number of events that it has now. */
export async function addDecisions(
  tx: Transaction,
  act: NewAct,
  findings: readonly string[],
  at: number,
): Promise<void> {
  const instant = tx`${at}::timestamptz`;
  await tx`
    insert into decision (act, source, order_id, key, rule, key_unit, key_event, lasts_from, lasts_to, named, kind, reason, text,
      watch_until, watch_level, level, events, account, author, at, finding, counted)
    select ${act.act}::uuid, f.source, f.order_id, f.key, f.rule, f.key_unit, f.key_event, f.first_at, f.cleared_at, f.named,
      ${act.kind}, ${act.reason}, ${act.text}, ${act.watchUntil}::timestamptz, ${act.watchLevel}::smallint,
      case when f.red_at <= ${instant} then 3 when f.orange_at <= ${instant} then 2 when f.yellow_at <= ${instant} then 1 else 0 end,
      cardinality(f.events), ${act.account}::bigint, ${act.author}, ${instant}, f.id, cardinality(f.events)
    from finding f where f.id = any(${findings as string[]}::bigint[])
    order by f.source, f.order_id, f.key`;
}

export interface DecisionRow {
  readonly id: string;
  readonly act: string;
  readonly source: string;
  readonly order_id: string;
  /** Of the finding when it was decided. */
  readonly key: string;
  readonly kind: DecisionKind;
  readonly reason: DismissReason | null;
  readonly text: string | null;
  readonly watch_until: number | null;
  readonly watch_level: number | null;
  readonly level: number;
  readonly events: number;
  readonly account: string;
  readonly author: string;
  readonly at: number;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
  readonly undone_author: string | null;
  /** Of the finding on which it hangs now; null: that is no more. */
  readonly finding: string | null;
  readonly hangs_on: string | null;
}

const columns = (sql: Runner) => sql`
  d.id, d.act, d.source, d.order_id, d.key, d.kind, d.reason, d.text, d.watch_until, d.watch_level, d.level, d.events,
  d.account, d.author, d.at, d.undone_at, d.undone_by, d.undone_author, d.finding, f.key as hangs_on`;

/** Everything that was decided about findings of these orders, oldest first, what was taken back too. */
export const decisionsOfOrders = (sql: Runner, keys: readonly OrderKey[]): Promise<readonly DecisionRow[]> =>
  sql<DecisionRow[]>`
    select ${columns(sql)} from ${rowsOfOrders(sql, "decision", keys, "d")} left join finding f on f.id = d.finding
    order by d.id`;

/** An act, whole; none where there is no such act, or nothing of it is in sight. */
export const decisionsOfAct = (sql: Runner, act: string): Promise<readonly DecisionRow[]> =>
  sql<DecisionRow[]>`
    select ${columns(sql)} from decision d left join finding f on f.id = d.finding where d.act = ${act}::uuid order by d.id`;

/** Who decided later about what an act decided about; null: nobody. */
export async function decidedSince(
  sql: Runner,
  act: string,
): Promise<{ readonly author: string; readonly at: number } | null> {
  const [row] = await sql<{ author: string; at: number }[]>`
    select l.author, l.at from decision d join decision l on l.finding = d.finding and l.id > d.id
    where d.act = ${act}::uuid and l.act <> d.act and l.undone_at is null order by l.id desc limit 1`;
  return row ?? null;
}

export async function undoAct(
  tx: Transaction,
  act: string,
  by: { readonly account: string; readonly author: string },
  at: number,
): Promise<void> {
  await tx`
    update decision set undone_at = ${at}::timestamptz, undone_by = ${by.account}::bigint, undone_author = ${by.author}
    where act = ${act}::uuid and undone_at is null`;
}
