import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { Context } from "hono";

/** Proxies of our own, whose word about the peer is believed. */
export type Proxies = BlockList;

const bare = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
const family = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** From `10.0.0.1, 10.1.0.0/16`; null where an entry is no address. */
export function readProxies(text: string): Proxies | null {
  const list = new BlockList();
  for (const entry of text.split(",").map(bare)) {
    if (entry === "") continue;
    const [address = "", bits] = entry.split("/");
    const most = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0) return null;
    if (bits === undefined) list.addAddress(address, family(address));
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= most) list.addSubnet(address, Number(bits), family(address));
    else return null;
  }
  return list;
}

const socketOf = (context: Context): string => {
  const { incoming } = (context.env ?? {}) as { readonly incoming?: IncomingMessage };
  return bare(incoming?.socket?.remoteAddress ?? "");
};

/**
 * The peer's address: of the socket, because anybody can write headers. Behind proxies of our own it is the nearest in `X-Forwarded-For`
 * that is not one of them.
 */
export function addressOf(context: Context, proxies: Proxies): string {
  const ours = (address: string): boolean => isIP(address) !== 0 && proxies.check(address, family(address));
  let address = socketOf(context);
  const told = (context.req.header("x-forwarded-for") ?? "").split(",").map(bare).reverse();
  for (const next of told) {
    if (!ours(address) || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

const LOOPBACK = readProxies("127.0.0.0/8, ::1") ?? new BlockList();

/** Asked on this very machine, and not passed on by a proxy on it. */
export function isLocal(context: Context): boolean {
  const address = socketOf(context);
  const passedOn = ["x-forwarded-for", "forwarded", "x-real-ip", "via"].some((name) => context.req.header(name));
  return !passedOn && isIP(address) !== 0 && LOOPBACK.check(address, family(address));
}
