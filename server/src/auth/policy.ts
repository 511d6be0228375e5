import { DEFAULT_POLICY, type Policy, PolicySchema } from "@tianyan/api";
import { type Runner, readPolicyDocument } from "@tianyan/db";

/** What was set, over the defaults: rules that came with a later version hold too. */
export function policyOf(document: unknown): Policy {
  const set = PolicySchema.partial().safeParse(document ?? {});
  return { ...DEFAULT_POLICY, ...(set.success ? set.data : {}) } as Policy;
}

export const readPolicy = async (sql: Runner): Promise<Policy> => policyOf(await readPolicyDocument(sql));
