import type { Runner, Transaction } from "../connect";
import { type FeedRow, feedColumns } from "./feed";

export interface DeliveryRow {
  readonly id: string;
  readonly webhook: string;
  readonly webhook_name: string;
  readonly seq: string;
  readonly kind: string;
  readonly at: number;
  readonly state: "waiting" | "sent" | "dead";
  readonly attempts: number;
  readonly due_at: number;
  readonly tried_at: number | null;
  readonly status: number | null;
  readonly failure: string | null;
}

export interface DeliveryCriteria {
  readonly webhook: string | null;
  /** Empty: any. */
  readonly states: readonly string[];
  readonly only: string | null;
}

/** Newest first, older than `before`. What it tells is not among it. */
export const readDeliveries = (
  sql: Runner,
  { webhook, states, only }: DeliveryCriteria,
  before: string | null,
  limit: number,
): Promise<readonly DeliveryRow[]> =>
  sql<DeliveryRow[]>`
    select d.id, d.webhook, w.name as webhook_name, e.seq, e.kind, e.at, d.state, d.attempts, d.due_at, d.tried_at, d.status, d.failure
    from webhook_delivery d join webhook w on w.id = d.webhook join delivered_kind e on e.id = d.entry
    where (${webhook}::bigint is null or d.webhook = ${webhook}::bigint)
      and (${only}::bigint is null or d.id = ${only}::bigint)
      ${states.length === 0 ? sql`` : sql`and d.state = any(${states as string[]}::text[])`}
      and (${before}::bigint is null or d.id < ${before}::bigint)
    order by d.id desc limit ${limit}`;

/** Puts it before its webhook again; null where there is none, false where that is switched off or ended. */
export async function sendDeliveryAgain(
  tx: Transaction,
  id: string,
  at: number,
  patience: number,
): Promise<boolean | null> {
  const [row] = await tx<{ open: boolean }[]>`
    select w.enabled and w.ended_at is null as open from webhook_delivery d join webhook w on w.id = d.webhook
    where d.id = ${id}::bigint for update of d`;
  if (!row?.open) return row ? false : null;
  await tx`
    update webhook_delivery set state = 'waiting', attempts = 0, due_at = ${at}::timestamptz,
      give_up_at = ${at + patience}::timestamptz, failure = null, status = null
    where id = ${id}::bigint`;
  return true;
}

/** A message to be sent now, with what it tells. */
export interface DueDelivery extends FeedRow {
  readonly id: string;
  readonly attempts: number;
  readonly give_up_at: number;
}

/**
 * Takes the oldest message that is due to a webhook: nobody else takes it before `until`, so that what is killed on its way is sent again.
 * Null: none is due.
 */
export async function takeDue(sql: Runner, webhook: string, at: number, until: number): Promise<DueDelivery | null> {
  const [row] = await sql<DueDelivery[]>`
    with taken as (
      update webhook_delivery set attempts = attempts + 1, due_at = ${until}::timestamptz, tried_at = ${at}::timestamptz
      where id = (select id from webhook_delivery
        where webhook = ${webhook}::bigint and state = 'waiting' and due_at <= ${at}::timestamptz
        order by entry limit 1 for update skip locked)
      returning id, entry, attempts, give_up_at
    )
    select t.id, t.attempts, t.give_up_at, ${feedColumns(sql)} from taken t join feed_entry e on e.id = t.entry`;
  return row ?? null;
}

export interface DeliveryEnd {
  readonly state: "waiting" | "sent" | "dead";
  readonly dueAt: number;
  readonly status: number | null;
  readonly failure: string | null;
}

/** What became of an attempt; an attempt that somebody else took over meanwhile says nothing more. */
export const endAttempt = (sql: Runner, { id, attempts }: DueDelivery, end: DeliveryEnd) => sql`
  update webhook_delivery set state = ${end.state}, due_at = ${end.dueAt}::timestamptz, status = ${end.status}, failure = ${end.failure}
  where id = ${id}::bigint and attempts = ${attempts} and state = 'waiting'`;
