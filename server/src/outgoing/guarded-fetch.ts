import { lookup as dnsLookup } from "node:dns/promises";
import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { placeOf } from "./addresses";

/** A call that was not made, or was given up. */
export class OutgoingDenied extends Error {
  override readonly name = "OutgoingDenied";
}

export interface OutgoingRules {
  /** Names of hosts that may be inside, and be called without TLS. */
  readonly allowHosts: readonly string[];
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
  /** Addresses of a name; the system's, unless a test says otherwise. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

export interface OutgoingInit {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array | URLSearchParams | null | undefined;
  readonly signal?: AbortSignal | null | undefined;
}

/** As lists of allowed hosts name it. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "").toLowerCase();

const resolveBySystem = async (host: string): Promise<readonly string[]> =>
  (await dnsLookup(host, { all: true })).map(({ address }) => address);

/**
 * Calls out, by name and scheme as allowed, to the very addresses that were looked at: a name is looked up once, so that no second answer can
 * lead elsewhere. Redirects are answers, not followed. Throws OutgoingDenied.
 */
export function createGuardedFetch(rules: OutgoingRules) {
  const { allowHosts, timeoutMs = 10_000, mostBytes = 1_048_576, resolve = resolveBySystem } = rules;

  async function addressesFor(url: URL): Promise<readonly string[]> {
    const host = hostOf(url);
    const named = allowHosts.includes(host);
    if (url.protocol !== "https:" && !(url.protocol === "http:" && named))
      throw new OutgoingDenied(`${url.protocol} to ${host}`);
    if (url.username !== "" || url.password !== "") throw new OutgoingDenied(`a password in the address of ${host}`);
    const addresses = isIP(host) === 0 ? await resolve(host) : [host];
    const wrong = addresses.find(
      (address) => placeOf(address) !== "outside" && !(named && placeOf(address) === "inside"),
    );
    if (wrong !== undefined || addresses.length === 0)
      throw new OutgoingDenied(`${host} leads to ${wrong ?? "nowhere"}`);
    return addresses;
  }

  return async (target: string | URL, init: OutgoingInit = {}): Promise<Response> => {
    const url = new URL(target);
    const addresses = await addressesFor(url);
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const lookup: LookupFunction = (_host, options, answer) => {
      const [first] = found;
      if (options.all || !first) answer(null, found);
      else answer(null, first.address, first.family);
    };
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])]);
    const body = init.body instanceof URLSearchParams ? init.body.toString() : (init.body ?? undefined);
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const options = {
      method: init.method ?? "GET",
      headers: { ...init.headers, ...length },
      lookup,
      signal,
      agent: false,
    } as const;
    return send(url, options, body, mostBytes);
  };
}

/** Statuses whose answer has no body. */
const BARE = new Set([101, 204, 205, 304]);

const send = (
  url: URL,
  options: RequestOptions,
  body: string | Uint8Array | undefined,
  mostBytes: number,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > mostBytes) incoming.destroy(new OutgoingDenied(`more than ${mostBytes} bytes from ${url.hostname}`));
        else chunks.push(chunk);
      });
      incoming.on("error", reject);
      incoming.on("end", () => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(incoming.headers))
          for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
        const status = incoming.statusCode ?? 502;
        resolve(new Response(BARE.has(status) ? null : Buffer.concat(chunks), { status, headers }));
      });
    });
    request.on("error", reject);
    request.end(body);
  });
