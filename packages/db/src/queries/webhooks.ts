import type { Runner, Transaction } from "../connect";

export interface WebhookFieldsRow {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly enabled: boolean;
}

export interface WebhookRow extends WebhookFieldsRow {
  readonly id: string;
  readonly author: string;
  readonly created_at: number;
}

/** With how its deliveries stand. */
export interface CountedWebhook extends WebhookRow {
  readonly waiting: number;
  readonly sent: number;
  readonly dead: number;
  readonly last_sent_at: number | null;
}

/** A secret, encrypted by the key of this id. */
export interface SealedSecret {
  readonly keyId: string;
  readonly sealed: Buffer;
}

const columns = (sql: Runner) => sql`w.id, w.name, w.url, w.kinds, w.enabled, w.author, w.created_at`;

/** Newest first, without those that ended. */
export const readWebhooks = (sql: Runner, only: string | null = null): Promise<readonly CountedWebhook[]> =>
  sql<CountedWebhook[]>`
    select ${columns(sql)}, d.waiting, d.sent, d.dead, d.last_sent_at
    from webhook w cross join lateral (
      select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sent')::int as sent,
        count(*) filter (where state = 'dead')::int as dead, max(tried_at) filter (where state = 'sent') as last_sent_at
      from webhook_delivery where webhook = w.id) d
    where w.ended_at is null and (${only}::bigint is null or w.id = ${only}::bigint) order by w.id desc`;

/** One that did not end, kept as it is until the transaction ends. */
export async function lockWebhook(tx: Transaction, id: string): Promise<WebhookRow | null> {
  const [row] = await tx<WebhookRow[]>`
    select ${columns(tx)} from webhook w where w.id = ${id}::bigint and w.ended_at is null for update`;
  return row ?? null;
}

/** Its id is needed to encrypt its secret for it. */
export async function nextWebhookId(tx: Transaction): Promise<string> {
  const [row] = await tx<{ id: string }[]>`select nextval(pg_get_serial_sequence('webhook', 'id')) as id`;
  if (!row) throw new Error("no id was given");
  return row.id;
}

export interface NewWebhook extends WebhookFieldsRow, SealedSecret {
  readonly id: string;
  readonly author: string;
}

export async function insertWebhook(tx: Transaction, given: NewWebhook, at: number): Promise<void> {
  await tx`
    insert into webhook (id, name, url, kinds, enabled, key_id, sealed, author, created_at)
    overriding system value
    values (${given.id}::bigint, ${given.name}, ${given.url}, ${given.kinds as string[]}::text[], ${given.enabled}, ${given.keyId},
      ${given.sealed}, ${given.author}, ${at}::timestamptz)`;
}

export const updateWebhook = (tx: Transaction, id: string, given: WebhookFieldsRow) => tx`
  update webhook set name = ${given.name}, url = ${given.url}, kinds = ${given.kinds as string[]}::text[], enabled = ${given.enabled}
  where id = ${id}::bigint`;

/** Nothing of it is sent any more. */
export async function endWebhookRow(tx: Transaction, id: string, by: string, at: number): Promise<void> {
  await tx`update webhook set enabled = false, ended_at = ${at}::timestamptz, ended_by = ${by} where id = ${id}::bigint`;
}

/** Of those that are switched on, what is needed to send. */
export interface SendingWebhook {
  readonly id: string;
  readonly url: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** Those with something that is due. */
export const webhooksWithDue = (sql: Runner, at: number): Promise<readonly SendingWebhook[]> =>
  sql<SendingWebhook[]>`
    select w.id, w.url, w.key_id, w.sealed from webhook w
    where w.enabled and w.ended_at is null and exists (select from webhook_delivery d
      where d.webhook = w.id and d.state = 'waiting' and d.due_at <= ${at}::timestamptz)
    order by w.id`;

/** Whose secret another key than this encrypts. */
export const webhooksOfOtherKeys = (
  tx: Transaction,
  key: string,
): Promise<readonly Pick<SendingWebhook, "id" | "key_id" | "sealed">[]> =>
  tx<SendingWebhook[]>`select id, key_id, sealed from webhook where key_id <> ${key} order by id for update`;

export const resealWebhook = (tx: Transaction, id: string, { keyId, sealed }: SealedSecret) => tx`
  update webhook set key_id = ${keyId}, sealed = ${sealed} where id = ${id}::bigint`;
