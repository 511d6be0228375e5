import { randomBytes } from "node:crypto";
import type { Post } from "@tianyan/api";
import { expect } from "vitest";
import type { County } from "./county";
import type { Asking, Person, personIn } from "./person";

/** People who act, and what they act on. */
export interface Stage {
  readonly county: County;
  readonly nobody: Asking;
  readonly machine: Asking;
  as(post: Post, options?: Parameters<typeof personIn>[2]): Promise<Person & { readonly asks: Asking }>;
  asks(person: { readonly headers: Readonly<Record<string, string>> }): Asking;
  /** Nothing that waits for its turn gets one until the answer is called. */
  hold(): () => void;
  /** Nothing runs or waits any more. */
  settled(): Promise<void>;
}

/** A request that can be sent again: what it needs is there. */
export interface Act {
  readonly asks: Asking;
  readonly path: string;
  readonly init: RequestInit;
  /** Called right after it was sent. */
  readonly meanwhile?: () => void;
  readonly after?: () => void;
}

export const mark = (): string => randomBytes(4).toString("hex");
/** A request with a body of JSON. */
export const json = (method: string, body?: unknown): RequestInit =>
  body === undefined
    ? { method }
    : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
export const csv = (text: string): RequestInit => ({
  method: "POST",
  body: text,
  headers: { "content-type": "text/csv" },
});

/** What it answers; fails unless it succeeds. */
export async function told<T>(asks: Asking, path: string, init: RequestInit): Promise<T> {
  const response = await asks.request(path, init);
  const text = await response.text();
  expect(response.status, `${path}: ${text}`).toBeLessThan(300);
  return (text === "" ? null : JSON.parse(text)) as T;
}
