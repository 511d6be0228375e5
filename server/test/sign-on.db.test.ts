import { type Client, createClient, ErrorBodySchema } from "@tianyan/api";
import { bindSubject, disableAccount } from "@tianyan/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../src/app";
import { createProvider } from "../src/auth/oidc/provider";
import type { SignOnConfig } from "../src/config/sign-on";
import { createEdge } from "../src/http/edge";
import type { Router } from "../src/http/hono";
import type { OutgoingRules } from "../src/outgoing/guarded-fetch";
import { type County, createCounty } from "./support/county";
import { asking, type Person, personIn } from "./support/person";
import { CLIENT, type Forged, type SingleSignOn, startForger, startSingleSignOn } from "./support/single-sign-on";

const HERE = "https://tianyan.test";
const FLOW = "__Host-tianyan_sign_on";
const SESSION = "__Host-tianyan_session";

let county: County;
let sso: SingleSignOn;
let forger: Awaited<ReturnType<typeof startForger>>;
let admin: Person;
beforeAll(async () => {
  county = await createCounty();
  sso = await startSingleSignOn(HERE, (login) => ({
    employee_number: login,
    email: login,
    email_verified: !login.startsWith("unsure"),
  }));
  forger = await startForger();
  admin = await personIn(county.services, "security_admin");
});
afterAll(async () => {
  await sso.stop();
  await forger.stop();
  await county.drop();
});

const configOf = (given: Partial<SignOnConfig> = {}): SignOnConfig => ({
  issuer: sso.issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  loginClaim: "employee_number",
  name: null,
  allowHosts: ["localhost"],
  redirectUri: `${HERE}/api/session/oidc/callback`,
  ...given,
});

let peers = 0;
/** Each from an address of its own, so that failures of one test do not lock another out. */
function appOf(given: Partial<SignOnConfig> = {}, rules: Partial<OutgoingRules> = {}): Router {
  const { services } = county;
  const provider = createProvider(configOf(given), () => Date.now(), rules);
  const edge = createEdge({ publicUrl: HERE });
  const app = createApp({ services, web: "/nonexistent", log: () => undefined, edge, provider });
  const env = { incoming: { socket: { remoteAddress: `198.51.100.${++peers}` } } };
  return Object.assign(Object.create(app), {
    request: (path: string, init?: RequestInit) => app.request(path, init, env),
  }) as Router;
}

const cookieIn = (response: Response, name: string): string | null =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`) && !/max-age=0/i.test(line))
    ?.split(";")[0] ?? null;

async function leave(app: Router): Promise<{ readonly address: string; readonly flow: string }> {
  const response = await app.request("/api/session/oidc");
  expect(response.status).toBe(302);
  const flow = cookieIn(response, FLOW);
  expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly.*Secure.*SameSite=Lax|SameSite=Lax.*Secure/i);
  return { address: response.headers.get("location") ?? "", flow: flow ?? "" };
}

interface Outcome {
  readonly to: string | null;
  readonly session: string | null;
}

async function comeBack(app: Router, search: string, flow: string): Promise<Outcome> {
  const response = await app.request(`/api/session/oidc/callback${search}`, { headers: { cookie: flow } });
  expect(response.status).toBe(302);
  return { to: response.headers.get("location"), session: cookieIn(response, SESSION) };
}

const REFUSED: Outcome = { to: "/sign-in?problem=sign_on.failed", session: null };
const UNKNOWN: Outcome = { to: "/sign-in?problem=sign_on.unknown", session: null };

async function signIn(app: Router, login: string): Promise<Outcome> {
  const { address, flow } = await leave(app);
  return comeBack(app, (await sso.signIn(address, login)).search, flow);
}

const clientOf = (app: Router, cookie: string): Client =>
  createClient("http://x", async (input, init) =>
    asking(app, { cookie }).request(String(input).slice("http://x".length), init),
  );

test("whoever the claim names is signed in, in their post; the sign-in goes by code, PKCE, state and nonce", async () => {
  const person = await personIn(county.services, "leader", { login: "E1001" });
  const app = appOf();
  const { address, flow } = await leave(app);
  const asked = new URL(address).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: "code",
    code_challenge_method: "S256",
    client_id: CLIENT.id,
  });
  for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
  const { to, session } = await comeBack(app, (await sso.signIn(address, "E1001")).search, flow);
  expect(to).toBe("/");
  expect((await clientOf(app, session ?? "").meta()).actor).toMatchObject({ account: person.account, post: "leader" });
  const [row] = await county.owner.sql<{ method: string; subject: string }[]>`
    select s.method, o.subject from session s join single_sign_on o using (account)
    where s.account = ${person.account} and s.method = 'oidc'`;
  expect(row).toEqual({ method: "oidc", subject: "sub-E1001" });
});

test("a binding counts before any claim, and an account that is bound is nobody else's by its claim", async () => {
  const bound = await personIn(county.services, "leader", { login: "L-7" });
  const other = await personIn(county.services, "leader", { login: "E1002" });
  const { services, owner } = county;
  const author = admin.actor.name;
  await bindSubject(
    owner.sql,
    { account: bound.account, issuer: sso.issuer, subject: "sub-E1003", author },
    services.now(),
  );
  await bindSubject(
    owner.sql,
    { account: other.account, issuer: sso.issuer, subject: "sub-else", author },
    services.now(),
  );
  const app = appOf();
  const { session } = await signIn(app, "E1003");
  expect((await clientOf(app, session ?? "").meta()).actor.account).toBe(bound.account);
  expect(await signIn(app, "E1002")).toEqual(UNKNOWN);
});

test("nobody is added: whoever has no account here is told so", async () => {
  const count = async () => (await county.owner.sql`select count(*)::int as n from account`)[0];
  const before = await count();
  expect(await signIn(appOf(), "E9999")).toEqual(UNKNOWN);
  expect(await signIn(appOf({ loginClaim: null }), "E1001-unbound")).toEqual(UNKNOWN);
  expect(await count()).toEqual(before);
});

test("a mail address that the single sign-on has not made sure of names nobody", async () => {
  await personIn(county.services, "leader", { login: "unsure@county.example" });
  await personIn(county.services, "leader", { login: "sure@county.example" });
  const app = appOf({ loginClaim: "email" });
  expect(await signIn(app, "unsure@county.example")).toEqual(UNKNOWN);
  expect((await signIn(app, "sure@county.example")).to).toBe("/");
});

test("a disabled account is not let in, and does not stay", async () => {
  const person = await personIn(county.services, "leader", { login: "E1004" });
  const app = appOf();
  const { session } = await signIn(app, "E1004");
  expect((await clientOf(app, session ?? "").meta()).actor.account).toBe(person.account);
  await county.owner.sql.begin((tx) => disableAccount(tx, person.account, county.services.now()));
  await expect(clientOf(app, session ?? "").meta()).rejects.toMatchObject({ code: "session.required" });
  expect(await signIn(app, "E1004")).toEqual(UNKNOWN);
});

test("an answer serves once, to the browser that left, with the state and nonce it left with", async () => {
  await personIn(county.services, "leader", { login: "E1005" });
  const app = appOf();
  const first = await leave(app);
  const answer = (await sso.signIn(first.address, "E1005")).search;
  const second = await leave(app);
  expect(await comeBack(app, answer, second.flow), "state of another browser").toEqual(REFUSED);
  expect(await comeBack(app, answer, ""), "no browser known").toEqual(REFUSED);

  const third = await leave(app);
  const good = (await sso.signIn(third.address, "E1005")).search;
  expect((await comeBack(app, good, third.flow)).to).toBe("/");
  expect(await comeBack(app, good, third.flow), "the same answer again").toEqual(REFUSED);

  const fourth = await leave(app);
  const replayed = new URLSearchParams(good);
  replayed.set("state", new URL(fourth.address).searchParams.get("state") ?? "");
  expect(await comeBack(app, `?${replayed}`, fourth.flow), "a used code under a new state").toEqual(REFUSED);

  const fifth = await leave(app);
  const late = (await sso.signIn(fifth.address, "E1005")).search;
  await county.owner.sql`update single_sign_on_flow set nonce = 'another'`;
  expect(await comeBack(app, late, fifth.flow), "another nonce").toEqual(REFUSED);

  const sixth = await leave(app);
  const issued = new URLSearchParams((await sso.signIn(sixth.address, "E1005")).search);
  issued.set("iss", "https://evil.example");
  expect(await comeBack(app, `?${issued}`, sixth.flow), "another issuer answers").toEqual(REFUSED);

  const seventh = await leave(app);
  await county.owner.sql`update single_sign_on_flow set created_at = created_at - interval '11 minutes'`;
  expect(await comeBack(app, (await sso.signIn(seventh.address, "E1005")).search, seventh.flow), "too late").toEqual(
    REFUSED,
  );
});

const past = Math.floor(Date.now() / 1000) - 3_600;
const FORGERIES: readonly (readonly [string, Forged])[] = [
  ["for another audience", { claims: { aud: "somebody-else" } }],
  ["for several, with another in charge", { claims: { aud: [CLIENT.id, "else"], azp: "else" } }],
  ["of another issuer", { claims: { iss: "https://evil.example" } }],
  ["with another nonce", { claims: { nonce: "another" } }],
  ["without a nonce", { claims: { nonce: undefined } }],
  ["that has run out", { claims: { iat: past, exp: past + 300 } }],
  ["without a subject", { claims: { sub: undefined } }],
  ["that is not signed", { header: { alg: "none" }, signature: "none" }],
  ["signed by a stranger", { signature: "stranger" }],
  ["signed as a shared secret would", { header: { alg: "HS256" } }],
];

test("a token that is as it should be signs in; each that is not is refused", async () => {
  const person = await personIn(county.services, "leader", { login: "forged" });
  const { services, owner } = county;
  await bindSubject(
    owner.sql,
    { account: person.account, issuer: forger.issuer, subject: "forged", author: "t" },
    services.now(),
  );
  const app = appOf({ issuer: forger.issuer });
  const good = await leave(app);
  expect((await comeBack(app, forger.next(good.address, {}), good.flow)).to).toBe("/");
  for (const [what, forgery] of FORGERIES) {
    const { address, flow } = await leave(app);
    expect(await comeBack(app, forger.next(address, forgery), flow), what).toEqual(REFUSED);
  }
});

test("signing out ends the session here and leads to where it ends there", async () => {
  await personIn(county.services, "leader", { login: "E1006" });
  const app = appOf();
  const { session } = await signIn(app, "E1006");
  const response = await app.request("/api/session/oidc/logout", { headers: { cookie: session ?? "" } });
  expect(response.status).toBe(302);
  const to = new URL(response.headers.get("location") ?? "");
  expect(to.origin).toBe(new URL(sso.issuer).origin);
  expect(to.searchParams.get("post_logout_redirect_uri")).toBe(`${HERE}/`);
  await expect(clientOf(app, session ?? "").meta()).rejects.toMatchObject({ code: "session.required" });
});

test("a single sign-on inside is called only where its host is allowed by name, and one that is away is said", async () => {
  for (const app of [appOf({ allowHosts: [] }), appOf({ issuer: "http://localhost:1" })]) {
    const response = await app.request("/api/session/oidc");
    expect(response.status).toBe(503);
    expect(ErrorBodySchema.parse(await response.json()).error.code).toBe("sign_on.unavailable");
  }
});

test("sign-ins, refusals and bindings are on record", async () => {
  const trail = await county.owner.sql<{ action: string }[]>`select distinct action from audit_entry order by action`;
  expect(trail.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["account.sign_on_bound", "session.opened", "session.refused", "session.closed"]),
  );
});

test("the security administrator binds a person to their subject, once; a leader may not", async () => {
  const app = appOf();
  const name = admin.headers.cookie.replace("tianyan_session", SESSION);
  const client = clientOf(app, name);
  const person = await personIn(county.services, "leader");
  const other = await personIn(county.services, "leader");
  expect((await client.signOnBinding(person.account)).binding).toBeNull();
  expect((await client.bindSignOn(person.account, { subject: "s-1" })).binding).toMatchObject({ subject: "s-1" });
  await expect(client.bindSignOn(other.account, { subject: "s-1" })).rejects.toMatchObject({ code: "sign_on.taken" });
  await expect(client.bindSignOn("999999", { subject: "s-2" })).rejects.toMatchObject({ code: "account.not_found" });
  expect((await client.unbindSignOn(person.account)).binding).toBeNull();
  const leader = clientOf(app, person.headers.cookie.replace("tianyan_session", SESSION));
  await expect(leader.bindSignOn(person.account, { subject: "s-3" })).rejects.toMatchObject({
    code: "permission.denied",
  });
});
