import type { Runner, Transaction } from "../connect";

/** The key of one file, encrypted by the key of this id. */
export interface WrappedFileKey {
  readonly keyId: string;
  readonly sealed: Buffer;
}

/** False: the file is kept already, by a key of its own. Until the transaction ends nobody else keeps the same one. */
export async function addAttachmentFile(tx: Transaction, sha256: string, key: WrappedFileKey): Promise<boolean> {
  const rows = await tx`
    insert into attachment_file (sha256, key_id, wrapped) values (${sha256}, ${key.keyId}, ${key.sealed})
    on conflict (sha256) do nothing returning 1`;
  return rows.length > 0;
}

/** Null: it lies as it came, from before files were encrypted. */
export async function readAttachmentKey(sql: Runner, sha256: string): Promise<WrappedFileKey | null> {
  const [row] = await sql<WrappedFileKey[]>`
    select key_id as "keyId", wrapped as sealed from attachment_file where sha256 = ${sha256}`;
  return row ?? null;
}

/** Files whose keys another key than this encrypts. */
export const attachmentsOfOtherKeys = (
  tx: Transaction,
  key: string,
  limit: number,
): Promise<readonly (WrappedFileKey & { readonly sha256: string })[]> =>
  tx<(WrappedFileKey & { sha256: string })[]>`
    select sha256, key_id as "keyId", wrapped as sealed from attachment_file
    where key_id <> ${key} order by sha256 limit ${limit} for update`;

export const rewrapAttachment = (tx: Transaction, sha256: string, { keyId, sealed }: WrappedFileKey) => tx`
  update attachment_file set key_id = ${keyId}, wrapped = ${sealed} where sha256 = ${sha256}`;
