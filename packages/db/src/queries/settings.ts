import type { Runner } from "../connect";
import { jsonText } from "./json";

export async function readSetting(sql: Runner, name: string): Promise<unknown> {
  const [row] = await sql<{ value: unknown }[]>`select value from setting where name = ${name}`;
  return row?.value ?? null;
}

export async function writeSetting(sql: Runner, name: string, value: unknown): Promise<void> {
  await sql`
    insert into setting (name, value) values (${name}, ${jsonText(value)}::text::jsonb)
    on conflict (name) do update set value = excluded.value`;
}
