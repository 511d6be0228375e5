import type { Instant } from "@tianyan/core";
import { Secret, TOTP } from "otpauth";

const ISSUER = "天眼";
const SECRET_BYTES = 20;
/** Codes of the step before and after count too: clocks of devices differ. */
const WINDOW = 1;

const totp = (secret: string, label = ""): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret) });

export const newFactorSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator on a phone reads as a QR code. */
export const factorUri = (secret: string, login: string): string => totp(secret, login).toString();

/** The counter that a code is of; null for a wrong code. */
export function counterOfCode(secret: string, code: string, at: Instant): number | null {
  const codes = totp(secret);
  const delta = codes.validate({ token: code, timestamp: at, window: WINDOW });
  return delta === null ? null : codes.counter({ timestamp: at }) + delta;
}
