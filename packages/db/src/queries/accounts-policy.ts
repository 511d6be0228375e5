import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

/** The rules of signing in as they were set; null: the defaults. */
export async function readPolicyDocument(sql: Runner): Promise<unknown> {
  const [row] = await sql<{ value: unknown }[]>`select value from setting where name = 'policy'`;
  return row?.value ?? null;
}

export async function writePolicyDocument(tx: Transaction, policy: object): Promise<void> {
  await tx`
    insert into setting (name, value) values ('policy', ${jsonText(policy)}::text::jsonb)
    on conflict (name) do update set value = excluded.value`;
}

/** Whether the data are the invented county. */
export async function readDemo(sql: Runner): Promise<boolean> {
  const [row] = await sql<{ value: unknown }[]>`select value from setting where name = 'demo'`;
  return row?.value === true;
}
