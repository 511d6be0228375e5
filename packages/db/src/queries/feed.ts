import type { Runner, Transaction } from "../connect";

export interface FeedHead {
  /** Of what was told last. */
  readonly last: string;
  /** When findings were compared with what was told of them; null: nobody follows. */
  readonly looked_at: number | null;
}

/** Locked until the transaction ends: one after the other gives numbers, or looks what became of findings. */
export async function lockFeed(tx: Transaction): Promise<FeedHead> {
  const [head] = await tx<FeedHead[]>`select last, looked_at from feed_head for update`;
  if (!head) throw new Error("the feed has no head");
  return head;
}

export async function readFeedHead(sql: Runner): Promise<FeedHead> {
  const [head] = await sql<FeedHead[]>`select last, looked_at from feed_head`;
  if (!head) throw new Error("the feed has no head");
  return head;
}

/** Whether something was written that has no number yet. */
export async function hasFreshEntries(sql: Runner): Promise<boolean> {
  const rows = await sql`select from feed_entry where seq is null limit 1`;
  return rows.length > 0;
}

/**
 * Numbers what was committed, oldest first, and puts it before every webhook that wants it; answers how many. The head is locked, so that
 * a number is in sight before the next is given.
 */
export async function numberEntries(tx: Transaction, at: number, patience: number, most: number): Promise<number> {
  const [row] = await tx<{ numbered: number }[]>`
    with fresh as (
      select e.id, row_number() over (order by e.id) as place
      from (select id from feed_entry where seq is null order by id limit ${most}) e
    ), numbered as (
      update feed_entry e set seq = h.last + fresh.place from fresh, feed_head h where e.id = fresh.id
      returning e.id, e.kind
    ), put as (
      insert into webhook_delivery (webhook, entry, due_at, give_up_at)
      select w.id, n.id, ${at}::timestamptz, ${at + patience}::timestamptz
      from numbered n join webhook w on w.enabled and w.ended_at is null and n.kind = any(w.kinds)
    )
    update feed_head set last = last + (select count(*) from numbered)
    returning (select count(*)::int from numbered) as numbered`;
  return row?.numbered ?? 0;
}

export interface FeedRow {
  readonly seq: string;
  readonly kind: string;
  readonly at: number;
  readonly case_id: string | null;
  readonly source: string | null;
  readonly order_id: string | null;
  readonly key: string | null;
  readonly named: readonly string[];
  readonly told: Readonly<Record<string, unknown>>;
}

export const feedColumns = (sql: Runner) => sql`
  e.seq, e.kind, e.at, e.case_id, e.source, e.order_id, e.key, e.named, e.told`;

export interface FeedCriteria {
  readonly after: string;
  /** Everything up to this was numbered when the question began. */
  readonly upTo: string;
  readonly kinds: readonly string[];
}

/** Oldest first. */
export const readFeed = (
  sql: Runner,
  { after, upTo, kinds }: FeedCriteria,
  limit: number,
): Promise<readonly FeedRow[]> =>
  sql<FeedRow[]>`
    select ${feedColumns(sql)} from feed_entry e
    where e.seq > ${after}::bigint and e.seq <= ${upTo}::bigint and e.kind = any(${kinds as string[]}::text[])
    order by e.seq limit ${limit}`;

/** Number before the oldest that is kept; of an empty feed its last. */
export async function feedBegin(sql: Runner): Promise<string> {
  const [row] = await sql<{ begin: string }[]>`
    select coalesce((select min(seq) - 1 from feed_entry), (select last from feed_head))::bigint as begin`;
  return row?.begin ?? "0";
}

/** What is older goes, but for what is still to be sent. */
export async function forgetFeed(tx: Transaction, before: number): Promise<void> {
  await tx`
    delete from feed_entry e where e.at < ${before}::timestamptz and e.seq is not null
      and not exists (select from webhook_delivery d where d.entry = e.id and d.state = 'waiting')`;
}

/** Whether a webhook or a key in force wants to be told of findings at `at`. */
export async function isFollowed(sql: Runner, at: number): Promise<boolean> {
  const [row] = await sql<{ followed: boolean }[]>`
    select exists (select from webhook w
        where w.enabled and w.ended_at is null and exists (select from unnest(w.kinds) k where k like 'finding.%'))
      or exists (select from follower f
        where f.ended_at is null and f.expires_at > ${at}::timestamptz and 'findings.read' = any(f.reads)) as followed`;
  return row?.followed ?? false;
}

/** Nobody follows: what becomes of findings is told from when somebody does. */
export async function forgetTold(tx: Transaction): Promise<void> {
  await tx`delete from finding_told`;
  await tx`update feed_head set looked_at = null`;
}

/**
 * Compares the watchlist at `at` with what was told of it, and writes what became of it; with `tell` false only what stands there is kept,
 * as the beginning. What was judged, what only time brought and what an import took away are told alike.
 */
export async function lookAtFindings(tx: Transaction, generation: string, at: number, tell: boolean): Promise<void> {
  const instant = tx`${at}::timestamptz`;
  await tx`
    with now_listed as (
      select w.source, w.order_id, w.key, w.rule, w.named,
        case when f.red_at <= ${instant} then 3 when f.orange_at <= ${instant} then 2 else 1 end as level
      from finding_face f join finding w on w.id = f.id
      where f.from_gen <= ${generation}::bigint and f.to_gen > ${generation}::bigint
        and f.watch_until >= ${instant} and f.watch_during @> ${instant} and not f.exempt_during @> ${instant}
    ), become as (
      select coalesce(n.source, t.source) as source, coalesce(n.order_id, t.order_id) as order_id,
        coalesce(n.key, t.key) as key, coalesce(n.rule, t.rule) as rule, coalesce(n.named, t.named) as named, n.level,
        case when t.key is null then 'finding.appeared' when n.key is null then 'finding.cleared'
          when n.level > t.level then 'finding.risen' when n.level < t.level then 'finding.fell' end as kind
      from now_listed n full join finding_told t on t.source = n.source and t.order_id = n.order_id and t.key = n.key
      where (n.level, n.named) is distinct from (t.level::int, t.named)
    ), told as (
      insert into feed_entry (kind, at, source, order_id, key, named, told)
      select b.kind, ${instant}, b.source, b.order_id, b.key, b.named, jsonb_build_object('rule', b.rule, 'level', b.level)
      from become b where ${tell} and b.kind is not null
      order by b.source collate "C", b.order_id collate "C", b.key collate "C"
    ), gone as (
      delete from finding_told t using become b
      where b.level is null and t.source = b.source and t.order_id = b.order_id and t.key = b.key
    )
    insert into finding_told as t (source, order_id, key, rule, level, named)
    select b.source, b.order_id, b.key, b.rule, b.level, b.named from become b where b.level is not null
    on conflict (source, order_id, key) do update set rule = excluded.rule, level = excluded.level, named = excluded.named`;
  await tx`update feed_head set looked_at = ${instant}`;
}
