import type { Runner, Transaction } from "../connect";

export interface DeadlineRow {
  readonly stage: string;
  readonly working_days: number;
  readonly author: string;
  readonly changed_at: number;
}

/** Of each stage of which somebody said otherwise than is usual. */
export const readCaseDeadlines = (sql: Runner): Promise<readonly DeadlineRow[]> =>
  sql<DeadlineRow[]>`select stage, working_days, author, changed_at from case_deadline`;

export async function writeCaseDeadlines(
  tx: Transaction,
  days: Readonly<Record<string, number>>,
  author: string,
  at: number,
): Promise<void> {
  const stages = Object.keys(days);
  await tx`
    insert into case_deadline (stage, working_days, author, changed_at)
    select d.stage, d.days, ${author}, ${at}::timestamptz
    from unnest(${stages}::text[], ${stages.map((stage) => days[stage] ?? 0)}::integer[]) as d(stage, days)
    on conflict (stage) do update set working_days = excluded.working_days, author = excluded.author,
      changed_at = excluded.changed_at`;
}
