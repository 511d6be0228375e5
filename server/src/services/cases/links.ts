import { ApiError, type CaseFindingRef } from "@tianyan/api";
import {
  currentGeneration,
  type FoundFinding,
  findingsOfKeys,
  isFindingTaken,
  lockCaseFindings,
  type OrderKey,
  ordersOfKeys,
  type Transaction,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import type { Services } from "../services";

/** What a case is to be about, looked up with the eyes of who says so. */
export interface Links {
  readonly findings: readonly FoundFinding[];
  /** Those of the findings too. */
  readonly orders: readonly OrderKey[];
}

interface Named {
  readonly findings?: readonly CaseFindingRef[];
  readonly orders?: readonly { readonly source: string; readonly order_id: string }[];
}

const distinct = <T>(list: readonly T[]): T[] => [
  ...new Map(list.map((part) => [JSON.stringify(part), part])).values(),
];

/** Throws where one of them is not there, or not in the actor's scope. */
export const findLinks = (services: Services, actor: Actor, named: Named): Promise<Links> =>
  asActor(services, actor, async ({ db: { sql } }) => {
    const keys = distinct(
      (named.findings ?? []).map((ref) => ({ source: ref.source, orderId: ref.order_id, key: ref.key })),
    );
    const own = distinct((named.orders ?? []).map((key) => ({ source: key.source, orderId: key.order_id })));
    const findings = keys.length === 0 ? [] : await findingsOfKeys(sql, await currentGeneration(sql), keys);
    if (findings.length < keys.length) throw new ApiError("case.finding_not_found");
    const orders = distinct([...own, ...keys.map(({ source, orderId }) => ({ source, orderId }))]);
    if (orders.length > 0 && (await ordersOfKeys(sql, orders)).length < orders.length)
      throw new ApiError("case.order_not_found");
    return { findings, orders };
  });

/** Throws where one of the findings is in another case; until the transaction ends nobody puts it into one. */
export async function requireFree(
  tx: Transaction,
  findings: readonly FoundFinding[],
  id: string | null,
): Promise<void> {
  if (findings.length === 0) return;
  await lockCaseFindings(tx);
  if (await isFindingTaken(tx, findings, id)) throw new ApiError("case.finding_taken");
}

export const unitsNamed = ({ findings }: Links): string[] => [...new Set(findings.flatMap(({ named }) => named))];
