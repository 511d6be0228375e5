import { createCipheriv, createDecipheriv } from "node:crypto";

/**
 * A file encrypted at rest: 8 bytes of mark, 8 of the key's id, 8 of nonce, then pieces of 64 KiB, each AES-256-GCM with its tag. The number of
 * a piece is in its nonce, and what is bound to the last one says that it is the last: nothing can be moved or cut off.
 */
export const MARK = Buffer.from("TIANYAN1", "latin1");
export const HEADER = 24;
export const PIECE = 64 * 1024;
const TAG = 16;
export const SEALED_PIECE = PIECE + TAG;

export interface FileKey {
  /** 8 characters. */
  readonly id: string;
  readonly key: Buffer;
}

function nonceOf(prefix: Buffer, number: number): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce, 0);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

const bound = (last: boolean): Buffer => Buffer.of(last ? 1 : 0);

export function sealPiece(key: Buffer, prefix: Buffer, number: number, piece: Buffer, last: boolean): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(prefix, number));
  cipher.setAAD(bound(last));
  return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
}

/** Null where it was changed, or is another piece than it should be. */
export function openPiece(key: Buffer, prefix: Buffer, number: number, sealed: Buffer, last: boolean): Buffer | null {
  if (sealed.length < TAG) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(prefix, number), { authTagLength: TAG });
  decipher.setAAD(bound(last));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Pieces of a sealed file of `size` bytes; an empty file has one, which is empty. */
export const piecesIn = (size: number): number => Math.max(1, Math.ceil((size - HEADER) / SEALED_PIECE));

export const plainSize = (size: number): number => Math.max(0, size - HEADER - piecesIn(size) * TAG);
