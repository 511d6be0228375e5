import { BlockList, isIP } from "node:net";

const INSIDE: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["::", 128],
  ["::1", 128],
  ["fc00::", 7],
];

/** Where clouds keep what a machine may know of itself, and what is no single machine: never called, by whatever name. */
const NEVER: readonly (readonly [string, number])[] = [
  ["169.254.0.0", 16],
  ["100.100.100.200", 32],
  ["224.0.0.0", 3],
  ["fe80::", 10],
  ["fd00:ec2::254", 128],
  ["ff00::", 8],
];

const listOf = (ranges: readonly (readonly [string, number])[]): BlockList => {
  const list = new BlockList();
  for (const [address, bits] of ranges) list.addSubnet(address, bits, isIP(address) === 6 ? "ipv6" : "ipv4");
  return list;
};

const inside = listOf(INSIDE);
const never = listOf(NEVER);

const dotted = (high: string, low: string): string => {
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join(".");
};

/** IPv6 addresses that mean an IPv4 one: mapped, compatible, NAT64, 6to4. */
function meantBy(address: string): string {
  if (isIP(address) !== 6) return address;
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const tail = /^(?:::ffff:|::|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(plain);
  if (tail?.[1] && tail[2]) return dotted(tail[1], tail[2]);
  const sixToFour = /^2002:([0-9a-f]{1,4}):([0-9a-f]{1,4}):/.exec(plain);
  return sixToFour?.[1] && sixToFour[2] ? dotted(sixToFour[1], sixToFour[2]) : plain;
}

/** `outside` anybody may be sent to; `inside` only by name; `never` nobody. */
export function placeOf(address: string): "outside" | "inside" | "never" {
  const meant = meantBy(address.split("%", 1)[0] ?? "");
  const family = isIP(meant) === 6 ? "ipv6" : isIP(meant) === 4 ? "ipv4" : null;
  if (family === null || never.check(meant, family)) return "never";
  return inside.check(meant, family) ? "inside" : "outside";
}
