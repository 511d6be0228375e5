import { ErrorBodySchema, IngestedRowSchema } from "@tianyan/api";
import { expect, test } from "vitest";
import { nobody } from "../src/auth/actor";
import { machineOf } from "../src/auth/by-key";
import { addKey, endKey, listKeys } from "../src/services/keys/keys";
import { deskOfTest } from "./support/desk";
import { asking } from "./support/person";

const row = { order_id: "A", event_id: "1", at: "2026-03-02T09:00:00+08:00", kind: "accepted", unit: "centre" };

async function setup() {
  const desk = await deskOfTest();
  const deliver = async (secret: string, query = "", idempotency = "k-1") =>
    asking(desk.router, { authorization: `Bearer ${secret}` }).request(`/api/ingest${query}`, {
      method: "POST",
      headers: { "idempotency-key": idempotency, "content-type": "application/x-ndjson" },
      body: `${JSON.stringify(row)}\n`,
    });
  return { ...desk, deliver };
}

const codeOf = async (response: Response): Promise<string> =>
  response.ok ? "ok" : `${response.status} ${ErrorBodySchema.parse(await response.json()).error.code}`;

test("a key is shown once, kept as a hash, delivers rows, and is told by its last four characters", async () => {
  const { client, deliver, county } = await setup();
  const { key, secret } = await client.addKey({ name: "数据交换平台" });
  expect(key).toMatchObject({ name: "数据交换平台", source: null, in_force: true, last_used_at: null });
  expect(secret.endsWith(key.hint)).toBe(true);
  const response = await deliver(secret);
  expect(IngestedRowSchema.parse(JSON.parse((await response.text()).trim()))).toMatchObject({ status: "accepted" });
  const { keys } = await client.keys();
  expect(keys.find(({ id }) => id === key.id)?.last_used_at).not.toBeNull();
  expect(JSON.stringify(keys)).not.toContain(secret);
  const [stored] = await county.owner.sql<{ all: string }[]>`select string_agg(k::text, ' ') as all from api_key k`;
  expect(stored?.all).not.toContain(secret);
});

test("a key opens nothing but the delivery of rows, and with a key no cookie counts", async () => {
  const { client, person, router } = await setup();
  const { secret } = await client.addKey({ name: "m" });
  const machine = asking(router, { authorization: `Bearer ${secret}`, ...person.headers });
  for (const path of ["/api/findings", "/api/meta", "/api/keys", "/api/imports", "/api/openapi.json"])
    expect(await codeOf(await machine.request(path))).toBe("403 permission.denied");
  for (const authorization of ["Bearer tyk_wrongwrongwrongwrongwrong", "Basic dGVzdDp0ZXN0", "Bearer", "x"])
    expect(await codeOf(await asking(router, { authorization, ...person.headers }).request("/api/imports"))).toBe(
      "401 key.invalid",
    );
});

test("a key of one source delivers for it alone, named or not", async () => {
  const { client, deliver } = await setup();
  const { secret } = await client.addKey({ name: "m", source: "dongguan" });
  expect(await codeOf(await deliver(secret, "?source=dongguan"))).toBe("ok");
  expect(await codeOf(await deliver(secret, "?source=linyi", "k-2"))).toBe("403 key.other_source");
  expect(await codeOf(await deliver(secret, "", "k-3"))).toBe("ok");
  expect((await client.imports()).items.map(({ source }) => source)).toEqual(["dongguan"]);
});

test("a key that was ended, or whose days are over, delivers nothing", async () => {
  const { client, county, deliver } = await setup();
  const ended = await client.addKey({ name: "ended" });
  expect(await client.endKey(ended.key.id)).toMatchObject({ in_force: false });
  expect(await codeOf(await deliver(ended.secret))).toBe("401 key.invalid");
  await expect(client.endKey(ended.key.id)).rejects.toMatchObject({ code: "key.not_found" });

  const short = await client.addKey({ name: "short", days: 1 });
  const known = { requestId: "r", address: "" };
  const later = {
    ...county.services,
    now: () => (county.services.now() + 86_400_000) as ReturnType<typeof county.services.now>,
  };
  await expect(machineOf(later, `Bearer ${short.secret}`, known)).rejects.toMatchObject({ code: "key.invalid" });
  expect(await machineOf(county.services, `Bearer ${short.secret}`, known)).toMatchObject({ post: "machine" });
});

test("making and ending a key is on record, without its secret; whoever may not, may not here either", async () => {
  const { client, county, person } = await setup();
  const { key, secret } = await client.addKey({ name: "m", source: "dongguan" });
  await client.endKey(key.id);
  const trail = await county.owner.sql<{ action: string; name: string; payload: string }[]>`
    select action, name, to_jsonb(e)::text as payload from audit_entry e where action like 'key.%' order by seq`;
  expect(trail.map(({ action, name }) => [action, name])).toEqual([
    ["key.added", person.actor.name],
    ["key.ended", person.actor.name],
  ]);
  expect(JSON.stringify(trail)).not.toContain(secret);
  const stranger = nobody("r", "");
  const { services } = county;
  await expect(listKeys(services, stranger)).rejects.toMatchObject({ code: "permission.denied" });
  await expect(endKey(services, stranger, "1")).rejects.toMatchObject({ code: "permission.denied" });
  await expect(
    addKey(services, { ...stranger, post: "inspector" }, { name: "x", source: null, days: 1 }),
  ).rejects.toMatchObject({
    code: "permission.denied",
  });
});
