import type { RuleId } from "@tianyan/core";
import type { Runner, Transaction } from "../connect";
import type { OrderKey } from "./keys";

export interface NewExplanation {
  /** Id of the finding. */
  readonly finding: string;
  readonly unit: string;
  readonly kind: "explanation" | "appeal";
  readonly text: string;
  readonly account: string;
  readonly author: string;
}

/** Adds it; null where one of the same unit to the same finding waits for its answer. */
export async function addExplanation(tx: Transaction, given: NewExplanation, at: number): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into explanation (source, order_id, key, rule, key_unit, key_event, lasts_from, lasts_to, named, unit, kind, text,
      account, author, at, finding)
    select f.source, f.order_id, f.key, f.rule, f.key_unit, f.key_event, f.first_at, f.cleared_at, f.named, ${given.unit},
      ${given.kind}, ${given.text}, ${given.account}::bigint, ${given.author}, ${at}::timestamptz, f.id
    from finding f where f.id = ${given.finding}::bigint
    on conflict do nothing returning id`;
  return row?.id ?? null;
}

export interface ExplanationRow {
  readonly id: string;
  readonly source: string;
  readonly order_id: string;
  readonly order_title: string;
  readonly rule: RuleId;
  readonly unit: string;
  readonly kind: "explanation" | "appeal";
  readonly text: string;
  readonly account: string;
  readonly author: string;
  readonly at: number;
  readonly accepted: boolean | null;
  readonly answer: string | null;
  readonly answered_at: number | null;
  readonly answered_by: string | null;
  readonly answered_author: string | null;
  readonly retracted_reason: string | null;
  readonly retracted_at: number | null;
  readonly retracted_by: string | null;
  readonly retracted_author: string | null;
  /** The act by which it exempted the finding. */
  readonly act: string | null;
  readonly finding: string | null;
  /** Key of the finding on which it hangs now; null: that is no more. */
  readonly hangs_on: string | null;
}

export interface ExplanationCriteria {
  readonly id: string | null;
  readonly states: readonly ("open" | "accepted" | "refused" | "retracted")[];
  readonly order: Partial<OrderKey>;
  readonly limit: number;
}

/** Those in sight, newest first. */
export const readExplanations = (sql: Runner, asked: ExplanationCriteria): Promise<readonly ExplanationRow[]> =>
  sql<ExplanationRow[]>`
    select e.id, e.source, e.order_id, coalesce(o.title, '') as order_title, e.rule, e.unit, e.kind, e.text, e.account, e.author,
      e.at, e.accepted, e.answer, e.answered_at, e.answered_by, e.answered_author,
      e.retracted_reason, e.retracted_at, e.retracted_by, e.retracted_author, e.act, e.finding, f.key as hangs_on
    from explanation e left join finding f on f.id = e.finding
      left join orders o on o.source = e.source and o.order_id = e.order_id
    where ${asked.id === null ? sql`true` : sql`e.id = ${asked.id}::bigint`}
      ${asked.order.source === undefined ? sql`` : sql`and e.source = ${asked.order.source}`}
      ${asked.order.orderId === undefined ? sql`` : sql`and e.order_id = ${asked.order.orderId}`}
      ${
        asked.states.length === 0
          ? sql``
          : sql`and case when e.retracted_at is not null then 'retracted' when e.accepted then 'accepted'
              when e.accepted is null then 'open' else 'refused' end
            = any(${asked.states as string[]}::text[])`
      }
    order by e.id desc limit ${asked.limit}`;

export interface NewAnswer {
  readonly accepted: boolean;
  /** By which it exempts the finding. */
  readonly act: string | null;
  readonly reason: string;
  readonly account: string;
  readonly author: string;
}

/** False where it was answered before. */
export async function setAnswer(tx: Transaction, id: string, answer: NewAnswer, at: number): Promise<boolean> {
  const rows = await tx`
    update explanation set accepted = ${answer.accepted}, answer = ${answer.reason}, answered_at = ${at}::timestamptz,
      answered_by = ${answer.account}::bigint, answered_author = ${answer.author}, act = ${answer.act}::uuid
    where id = ${id}::bigint and accepted is null returning 1`;
  return rows.length > 0;
}

/** False where it is not accepted any more. */
export async function setRetraction(
  tx: Transaction,
  id: string,
  { reason, account, author }: Pick<NewAnswer, "reason" | "account" | "author">,
  at: number,
): Promise<boolean> {
  const rows = await tx`
    update explanation set retracted_reason = ${reason}, retracted_at = ${at}::timestamptz,
      retracted_by = ${account}::bigint, retracted_author = ${author}
    where id = ${id}::bigint and accepted and retracted_at is null returning 1`;
  return rows.length > 0;
}
