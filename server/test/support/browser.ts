import { BlockList } from "node:net";
import { type Client, createClient } from "@tianyan/api";
import { type Instant, MINUTE } from "@tianyan/core";
import { Secret, TOTP } from "otpauth";
import { createApp } from "../../src/app";
import { createEdge } from "../../src/http/edge";
import type { Router } from "../../src/http/hono";
import type { Services } from "../../src/services/services";
import type { County } from "./county";

/** A county whose present can be moved. */
export interface Travelling {
  readonly services: Services;
  readonly app: Router;
  now(): Instant;
  travel(ms: number): void;
}

export function travelling({ services: given }: County, proxies = new BlockList()): Travelling {
  let at = given.now();
  const services: Services = { ...given, now: () => at };
  // Doors of their own are another test's: here people knock as often as they need.
  const often = { times: 1_000_000, seconds: 60 };
  const limits = { general: often, signIn: often, factor: often, unmask: often, search: often, export: often };
  const app = createApp({
    services,
    web: "/nonexistent",
    log: (_, text) => console.error(text),
    edge: createEdge({ limits, proxies }),
  });
  return {
    services,
    app,
    now: () => at,
    travel: (ms) => {
      at = (at + ms) as Instant;
    },
  };
}

/** A browser: keeps its cookie, asks from an address. */
export interface Browser extends Client {
  cookie(): string;
  /** As somebody who stole it, or kept it. */
  setCookie(cookie: string): void;
}

export function browser(app: Router, address = "192.0.2.7", headers: Readonly<Record<string, string>> = {}): Browser {
  let cookie = "";
  const client = createClient("http://desk", async (input, init) => {
    const sent = new Headers(init?.headers);
    if (cookie !== "") sent.set("cookie", cookie);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    const peer = { incoming: { socket: { remoteAddress: address } } };
    const response = await app.request(String(input), { ...init, headers: sent }, peer);
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = /max-age=0/i.test(set) ? "" : (set.split(";")[0] ?? "");
    return response;
  });
  return {
    ...client,
    cookie: () => cookie,
    setCookie: (given) => {
      cookie = given;
    },
  };
}

/** What a device shows at an instant. */
export const codeAt = (secret: string, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

export const STEP = MINUTE / 2;
