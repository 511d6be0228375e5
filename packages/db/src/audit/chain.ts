import { hash } from "node:crypto";

/** What the first entry of all follows. */
export const GENESIS = "0".repeat(64);

/** A place in the chain: the number of an entry and its hash. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** An entry as it is kept, in the table or in a segment. */
export interface ChainRow extends Head {
  readonly prev: string;
  readonly payload: string;
  /** What the searchable columns say, as JSON, where there are any. */
  readonly columns?: string | undefined;
}

/** Hex of sha256 over the hash before, a newline and the payload: what audit_append computes. */
export const sealOf = (prev: string, payload: string): string => hash("sha256", `${prev}\n${payload}`, "hex");

/** What the searchable columns must say, and at which place; null: the payload cannot be read. */
export function columnsOf(payload: string): { readonly seq: unknown; readonly columns: string } | null {
  try {
    const { seq, at, account, name, post, action, subject, outcome, request, address } = JSON.parse(payload);
    const said = [seq, at, account, name, post, action, subject.type, subject.id, outcome, request, address];
    // As json_build_array writes it.
    return { seq, columns: `[${said.map((value) => JSON.stringify(value)).join(", ")}]` };
  } catch {
    return null;
  }
}

/** The payload as it would be at another place. */
export const payloadAt = (payload: string, seq: number): string => payload.replace(/"seq": \d+/, `"seq": ${seq}`);
