import type { TriageStatus } from "@tianyan/core";
import type { Runner } from "../connect";
import { baseCondition, chargeAsked, type FindingCriteria, originAsked, standingCondition } from "./finding-criteria";
import { standings } from "./triage-standing";

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
  const decided = await sql<StandingCount[]>`
    select s.status, count(*)::int as count, (count(*) filter (where s.account = ${account}::bigint))::int as mine
    from (${standings(sql, criteria.at)}) s join finding_face f on f.id = s.finding
    where ${others} group by s.status`;
  const all = standingCondition(sql, criteria) === null ? total : await countAll();
  async function countAll(): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from finding_face f where ${others}`;
    return row?.count ?? 0;
  }
  const open = decided.find(({ status }) => status === "open") ?? { status: "open" as const, count: 0, mine: 0 };
  const untouched = all - decided.reduce((sum, { count }) => sum + count, 0);
  return [{ ...open, count: open.count + untouched }, ...decided.filter(({ status }) => status !== "open")];
}
