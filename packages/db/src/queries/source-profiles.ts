import type { Runner } from "../connect";
import { jsonText } from "./json";

export interface SourceProfileRow {
  readonly source: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** Of the files it was made for, a list for each table. */
  readonly headers: readonly (readonly string[])[];
  readonly author: string;
  readonly saved_at: number;
}

export const readSourceProfiles = (sql: Runner): Promise<readonly SourceProfileRow[]> =>
  sql<SourceProfileRow[]>`select * from source_profile order by source collate "C"`;

export async function saveSourceProfile(
  sql: Runner,
  profile: Omit<SourceProfileRow, "saved_at">,
  at: number,
): Promise<void> {
  await sql`
    insert into source_profile (source, document, headers, author, saved_at)
    values (${profile.source}, ${jsonText(profile.document)}::text::jsonb, ${jsonText(profile.headers)}::text::jsonb,
      ${profile.author}, ${at}::timestamptz)
    on conflict (source) do update set document = excluded.document, headers = excluded.headers,
      author = excluded.author, saved_at = excluded.saved_at`;
}

export async function removeSourceProfile(sql: Runner, source: string): Promise<boolean> {
  return (await sql`delete from source_profile where source = ${source} returning 1`).length > 0;
}
