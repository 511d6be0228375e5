import { createHmac } from "node:crypto";
import { findPersonal, plainWidth } from "@tianyan/core";

/** What is looked for by its keyed hash. */
export type Looked = "phone" | "id_number";

const HASH_BYTES = 16;

/** One form of a phone, however it is written; of several the first. Empty where there are no digits. */
export function plainPhone(written: string): string {
  const [first = ""] = plainWidth(written).split(/[,，、;；/|]|转|或/);
  const digits = first.replace(/\D/g, "");
  return digits.replace(/^(?:0086|86|0)(?=1[3-9]\d{9}$)/, "");
}

export const plainIdNumber = (written: string): string =>
  plainWidth(written)
    .replace(/[^0-9A-Za-z]/g, "")
    .toUpperCase();

export const plainNumber = (by: Looked, written: string): string =>
  by === "phone" ? plainPhone(written) : plainIdNumber(written);

/** Keyed: without the key nobody can try all numbers. */
export const hashOf = (key: Buffer, domain: string, plain: string): Buffer =>
  createHmac("sha256", key).update(`${domain}\0${plain}`).digest().subarray(0, HASH_BYTES);

/** A key of a citizen that is a number of a person itself, rather than a number that the source made. */
export function numberInKey(citizenKey: string): Looked | null {
  const plain = plainWidth(citizenKey).trim();
  if (/^\d{17}[\dXx]$|^\d{15}$/.test(plain)) return "id_number";
  if (/^\d{9,}$/.test(plain)) return "phone";
  const [found] = findPersonal(plain);
  if (!found) return null;
  return /[A-Za-z]/.test(plain.slice(found.start, found.end)) ? "id_number" : "phone";
}
