import { type Policy, requirePermission } from "@tianyan/api";
import { writePolicyDocument } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readPolicy } from "../../auth/policy";
import { record } from "../audit/record";
import type { Services } from "../services";

export async function readPolicyFor({ db }: Services, actor: Actor): Promise<Policy> {
  requirePermission(actor, "policy.read");
  return readPolicy(db.sql);
}

/** Holds from the next request of everybody. */
export async function changePolicy({ db }: Services, actor: Actor, policy: Policy): Promise<Policy> {
  requirePermission(actor, "policy.write");
  return db.sql.begin(async (tx) => {
    const before = await readPolicy(tx);
    await writePolicyDocument(tx, policy);
    const subject = { type: "policy", id: "policy" };
    await record(tx, actor, { action: "policy.changed", subject, before, after: policy, outcome: "done" });
    return policy;
  });
}
