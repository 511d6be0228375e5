import type { Runner } from "../connect";

/** Somebody in office, with the posts held now. */
export interface ColleagueRow {
  readonly account: string;
  readonly name: string;
  /** Code of the own unit. */
  readonly unit: string | null;
  readonly posts: readonly string[];
}

/** People who hold one of the posts at `at`, by name. */
export const readColleagues = (sql: Runner, posts: readonly string[], at: number): Promise<readonly ColleagueRow[]> =>
  sql<ColleagueRow[]>`
    select a.id as account, a.name, a.unit, array_agg(distinct p.post order by p.post) as posts
    from account a join appointment p on p.account = a.id
    where a.disabled_at is null and p.post = any(${posts as string[]}::text[])
      and p.starts_at <= ${at}::timestamptz and (p.ends_at is null or p.ends_at > ${at}::timestamptz)
    group by a.id order by a.name collate "C", a.id`;
