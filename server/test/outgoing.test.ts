import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustFigure } from "../../packages/db/test/support/trust";
import { placeOf } from "../src/outgoing/addresses";
import { createGuardedFetch } from "../src/outgoing/guarded-fetch";

/** Something inside that must not be reached. */
let canary: Server;
let port: number;
let reached = 0;
beforeAll(async () => {
  canary = createServer((request, response) => {
    if (request.url === "/away") response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
    else if (request.url === "/long") response.end("x".repeat(2_000));
    else if (request.url !== "/never")
      response.end(JSON.stringify({ method: request.method, host: request.headers.host }));
  }).listen(0);
  canary.on("connection", () => reached++);
  await once(canary, "listening");
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => {
  canary.closeAllConnections();
  canary.close();
});

const inside = async (): Promise<readonly string[]> => ["127.0.0.1"];

test("private, loopback, metadata, redirect and rebinding targets are not reached", async () => {
  const hosts = [
    "127.0.0.1",
    "localhost",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fc00::1]",
    "100.100.100.200",
    "224.0.0.1",
    "255.255.255.255",
    "metadata.google.internal",
    "rebind.example",
  ];
  const before = reached;
  let tried = 0;
  for (const scheme of ["http", "https"])
    for (const host of hosts) {
      const call = createGuardedFetch({ allowHosts: [], resolve: inside, timeoutMs: 500 });
      tried++;
      await expect(call(`${scheme}://${host}:${port}/`), `${scheme}://${host}`).rejects.toThrow();
    }
  // One of several addresses of a name is inside.
  const mixed = createGuardedFetch({ allowHosts: [], resolve: async () => ["203.0.113.1", "127.0.0.1"] });
  await expect(mixed(`https://mixed.example:${port}/`)).rejects.toThrow("127.0.0.1");
  // Outside when it is looked at, inside when it is called: there is no second time.
  let asked = 0;
  const rebinding = createGuardedFetch({
    allowHosts: [],
    resolve: async () => (asked++ === 0 ? ["203.0.113.1"] : ["127.0.0.1"]),
    timeoutMs: 300,
  });
  await expect(rebinding(`https://rebinding.example:${port}/`)).rejects.toThrow();
  expect(asked).toBe(1);
  // A host that is allowed by name says where to go on.
  const named = createGuardedFetch({ allowHosts: ["sso.county"], resolve: inside });
  expect((await named(`http://sso.county:${port}/away`)).status).toBe(302);
  tried += 3;
  // Only the one that was allowed by name was reached.
  expect(reached - before).toBe(1);
  trustFigure(
    10,
    "outgoing targets tried (private, loopback, metadata, redirect, rebinding), reached",
    `${tried}, ${reached - before - 1}`,
  );
});

test("what is allowed by name is reached under its own name, by name alone", async () => {
  const call = createGuardedFetch({ allowHosts: ["sso.county"], resolve: inside });
  const answer = await call(`http://SSO.county:${port}/`, { method: "POST", body: new URLSearchParams({ a: "1" }) });
  expect(await answer.json()).toEqual({ method: "POST", host: `sso.county:${port}` });
  await expect(call(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  await expect(call(`http://sub.sso.county:${port}/`)).rejects.toThrow();
  await expect(call(`http://sso.county.evil.example:${port}/`)).rejects.toThrow();
  await expect(call(`http://user:pass@sso.county:${port}/`)).rejects.toThrow("password");
});

test("not even a name leads to where clouds keep their secrets", async () => {
  const call = createGuardedFetch({ allowHosts: ["sso.county"], resolve: async () => ["169.254.169.254"] });
  await expect(call("http://sso.county/")).rejects.toThrow("169.254.169.254");
});

test("an answer that is too long or never comes is given up", async () => {
  const call = createGuardedFetch({ allowHosts: ["sso.county"], resolve: inside, timeoutMs: 200, mostBytes: 1_000 });
  await expect(call(`http://sso.county:${port}/long`)).rejects.toThrow("1000 bytes");
  await expect(call(`http://sso.county:${port}/never`)).rejects.toThrow();
});

test.each([
  ["8.8.8.8", "outside"],
  ["2001:4860:4860::8888", "outside"],
  ["172.32.0.1", "outside"],
  ["10.1.2.3", "inside"],
  ["fd12:3456::1", "inside"],
  ["::ffff:10.0.0.1", "inside"],
  ["fe80::1%eth0", "never"],
  ["nonsense", "never"],
] as const)("%s is %s", (address, place) => {
  expect(placeOf(address)).toBe(place);
});
