import { eq } from "drizzle-orm";
import type { Orm, Transaction } from "../connect";
import { setting } from "../schema/setting";
import { jsonText } from "./json";

/** What the installation remembers of itself; null where it does not. */
export async function readSetting(orm: Orm, name: string): Promise<unknown> {
  const [row] = await orm.select({ value: setting.value }).from(setting).where(eq(setting.name, name));
  return row?.value ?? null;
}

export async function writeSetting(tx: Transaction, name: string, value: unknown): Promise<void> {
  await tx`
    insert into setting (name, value) values (${name}, ${jsonText(value)}::text::jsonb)
    on conflict (name) do update set value = excluded.value`;
}

/** The same, as part of a transaction. */
export const setSetting = (tx: Transaction, name: string, value: unknown) => tx`
  insert into setting (name, value) values (${name}, ${jsonText(value)}::text::jsonb)
  on conflict (name) do update set value = excluded.value`;
