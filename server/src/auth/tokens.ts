import { createHash, randomBytes } from "node:crypto";

/** What its holder shows to be let in, and what we keep of it: nobody who reads the database can be let in by it. */
export interface Token {
  readonly text: string;
  readonly sha256: Uint8Array;
}

export const tokenOf = (text: string): Token => ({ text, sha256: createHash("sha256").update(text).digest() });

/** 256 random bits. */
export const newToken = (): Token => tokenOf(randomBytes(32).toString("base64url"));
