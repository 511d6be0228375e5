import { createHash, randomBytes } from "node:crypto";

/** Tells people and scanners of leaked secrets what it is. */
const MARK = "tyk_";

/** 256 random bits: nobody guesses them, so that a plain hash keeps them. */
export const newSecret = (): string => `${MARK}${randomBytes(32).toString("base64url")}`;

export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
