import { createHash, hkdfSync } from "node:crypto";

/** A secret of 32 bytes from which everything else is derived. Its id and fingerprint tell nothing of it. */
export interface MasterKey {
  /** 8 hex characters. */
  readonly id: string;
  /** 16 hex characters, of which the first 8 are the id. */
  readonly fingerprint: string;
  readonly secret: Buffer;
}

export const KEY_BYTES = 32;

export function masterKey(secret: Buffer): MasterKey {
  const fingerprint = createHash("sha256")
    .update("tianyan key fingerprint\0")
    .update(secret)
    .digest("hex")
    .slice(0, 16);
  return { id: fingerprint.slice(0, 8), fingerprint, secret };
}

export type Purpose = "callers" | "files" | "tokens" | "index" | "wraps";

/** A key of its own for each purpose. */
export const derived = ({ secret }: MasterKey, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `tianyan ${purpose}`, KEY_BYTES));

/** 32 bytes in base64, base64url or hex; null for anything else. */
export function readSecret(text: string): Buffer | null {
  const word = text.trim();
  if (/^[0-9a-f]{64}$/i.test(word)) return Buffer.from(word, "hex");
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(word)) return null;
  const secret = Buffer.from(word.replaceAll("-", "+").replaceAll("_", "/"), "base64");
  return secret.length === KEY_BYTES ? secret : null;
}
