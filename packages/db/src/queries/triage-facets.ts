import type { TriageStatus } from "@tianyan/core";
import type { Runner } from "../connect";
import { baseCondition, chargeAsked, type FindingCriteria, originAsked, standingCondition } from "./finding-criteria";
import { inCases, isHolding, isLatest } from "./triage-standing";

export interface StandingCount {
  readonly status: TriageStatus;
  readonly count: number;
  /** Of these, decided about by the account. */
  readonly mine: number;
}

/**
 * How many findings stand where, under all criteria but those of standing. `total` is what these and standing left; what nobody decided
 * about is what remains of all.
 */
export async function countStandings(
  sql: Runner,
  criteria: FindingCriteria,
  account: string | null,
  total: number,
): Promise<readonly StandingCount[]> {
  const origin = originAsked(sql, criteria);
  const charge = chargeAsked(sql, criteria);
  const others = sql`${baseCondition(sql, criteria)} ${origin ? sql`and ${origin}` : sql``} ${charge ? sql`and ${charge}` : sql``}`;
  const { at } = criteria;
  const decided = await sql<StandingCount[]>`
    select case when ${isHolding(sql, at)} then d.kind else 'open' end as status, count(*)::int as count,
      (count(*) filter (where d.account = ${account}::bigint))::int as mine
    from finding_face f join decision d on d.finding = f.id
    where ${others} and ${isLatest(sql, at)} and f.id not in ${inCases(sql, at)} group by 1
    union all
    select 'in_case', count(*)::int, 0 from finding_face f where ${others} and f.id in ${inCases(sql, at)}
    having count(*) > 0`;
  const all = standingCondition(sql, criteria) === null ? total : await countAll();
  async function countAll(): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from finding_face f where ${others}`;
    return row?.count ?? 0;
  }
  const open = decided.find(({ status }) => status === "open") ?? { status: "open" as const, count: 0, mine: 0 };
  const untouched = all - decided.reduce((sum, { count }) => sum + count, 0);
  return [{ ...open, count: open.count + untouched }, ...decided.filter(({ status }) => status !== "open")];
}
