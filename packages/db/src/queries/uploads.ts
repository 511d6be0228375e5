import type { Runner } from "../connect";

export interface UploadRow {
  readonly id: string;
  readonly name: string;
  readonly size: string;
  readonly sha256: string;
}

export async function addUpload(
  sql: Runner,
  upload: { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string },
  actor: string,
  at: number,
): Promise<void> {
  await sql`
    insert into upload (id, name, size, sha256, actor, created_at)
    values (${upload.id}, ${upload.name}, ${upload.size}, ${upload.sha256}, ${actor}, ${at}::timestamptz)`;
}

export const readUploads = (sql: Runner, ids: readonly string[]): Promise<readonly UploadRow[]> =>
  sql<UploadRow[]>`select id, name, size, sha256 from upload where id = any(${ids as string[]}::text[])`;

/** Forgets them, but those that an import yet needs; answers which. */
export async function removeUploads(sql: Runner, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    delete from upload u where id = any(${ids as string[]}::text[]) and not exists (
      select from import_job j where u.id = any(j.uploads) and j.state in ('waiting', 'reading', 'recording', 'judging'))
    returning id`;
  return rows.map(({ id }) => id);
}

/** Ids of those that came before `at`, or that were loaded. */
export async function uploadsToRemove(sql: Runner, at: number): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from upload u where created_at < ${at}::timestamptz or exists (
      select from import_job j where u.id = any(j.uploads) and j.state in ('done', 'undoing', 'undone'))`;
  return rows.map(({ id }) => id);
}
