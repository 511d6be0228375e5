import { ACCOUNT_KINDS, DEFAULT_POLICY, KIND_OF_POST, type NewAccountInput, POSTS, type Post } from "@tianyan/api";
import { DAY, HOUR, instant, isoInstant } from "@tianyan/core";
import { visitOfSession } from "@tianyan/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trustFigure } from "../../packages/db/test/support/trust";
import { SYSTEM_ACTOR } from "../src/auth/actor";
import { askerOf } from "../src/auth/visit";
import { demoLinks, endDemo } from "../src/services/accounts/demo";
import { type Browser, browser, codeAt, STEP, type Travelling, travelling } from "./support/browser";
import { type County, createCounty } from "./support/county";
import { demoFiles } from "./support/demo";
import { type Person, personIn } from "./support/person";

let county: County;
let trip: Travelling;
let keeper: Person;
let admin: Browser;

beforeAll(async () => {
  county = await createCounty();
  const demo = await demoFiles(30);
  await county.load(demo.all);
  await demo.remove();
  trip = travelling(county);
  [keeper, admin] = await signedIn("security_admin");
});
afterAll(() => county.drop());

const PASSWORD = "Xunshi-2026-kan";
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "ok",
    (error: { readonly code?: string }) => error.code ?? String(error),
  );

/** With the session that came with the person. */
async function signedIn(post: Post, options: Parameters<typeof personIn>[2] = {}): Promise<[Person, Browser]> {
  const person = await personIn(trip.services, post, { password: PASSWORD, ...options });
  const own = browser(trip.app);
  own.setCookie(person.headers.cookie);
  return [person, own];
}

const someone = (login: string, post: Post, more: Partial<NewAccountInput> = {}): NewAccountInput => ({
  login,
  name: `某${login}`,
  appointments: [{ post }],
  ...more,
});

const tokenOf = (path: string): string => path.replace("/enter#", "");

const trailOf = async (id: string): Promise<string[]> => {
  const rows = await county.owner.sql<{ action: string }[]>`
    select action from audit_entry where subject_id = ${id} and subject_type = 'account' order by seq`;
  return rows.map(({ action }) => action);
};

test("a constraint of the database keeps each post to its kind of account, the three administrators apart among them", async () => {
  const { sql } = county.owner;
  let refused = 0;
  for (const kind of ACCOUNT_KINDS)
    for (const post of POSTS) {
      const [row] = await sql<{ id: string }[]>`
        insert into account (login, name, kind, author, created_at) values (${`k-${kind}-${post}`}, '', ${kind}, '', now()) returning id`;
      const insert = (as: string) => sql`
        insert into appointment (account, kind, post, units, starts_at, author)
        values (${row?.id ?? ""}::bigint, ${as}, ${post}, '{zjj}', now(), '')`;
      const written = (as: string) => codeOf(insert(as).then(() => undefined));
      const told = await written(kind);
      expect(told, `${post} of ${kind}`).toBe(KIND_OF_POST[post] === kind ? "ok" : "23514");
      if (told === "ok") continue;
      refused++;
      // Nor under a false name: the kind of an appointment is that of its account.
      expect(await written(KIND_OF_POST[post])).toBe("23503");
    }
  const [held] = await sql<{ id: string }[]>`select account as id from appointment limit 1`;
  const moved = sql`update account set kind = 'audit' where id = ${held?.id ?? ""}::bigint`;
  expect(await codeOf(moved.then(() => undefined))).toBe("23503");
  await sql`delete from appointment where author = ''`;
  await sql`delete from account where author = ''`;
  trustFigure(
    3,
    "posts refused to a wrong kind of account by the database",
    `${refused} of ${ACCOUNT_KINDS.length * POSTS.length}`,
  );
});

test("nobody is invited to posts that one person may not hold, and nobody is given one later", async () => {
  const both = (...posts: Post[]) =>
    codeOf(admin.addAccount({ ...someone("two", "leader"), appointments: posts.map((post) => ({ post })) }));
  expect(await both("system_admin", "security_admin")).toBe("account.kinds_mixed");
  expect(await both("auditor", "inspector")).toBe("account.kinds_mixed");
  expect(await both("security_admin", "data_steward")).toBe("account.kinds_mixed");
  const [person] = await signedIn("inspector");
  for (const post of ["auditor", "system_admin", "security_admin", "unit_contact"] as const)
    expect(await codeOf(admin.appoint(person.account, { post, scope: { units: ["zjj"] } }))).toBe(
      "account.kinds_mixed",
    );
  const { appointments } = await admin.appoint(person.account, { post: "rule_keeper" });
  expect(appointments.map(({ post }) => post).sort()).toEqual(["inspector", "rule_keeper"]);
});

test("an invitation lets in once, to choose a password and set up a second factor, and then signing in asks for both", async () => {
  const { account, link } = await admin.addAccount(someone("liu", "inspector"));
  expect(account).toMatchObject({ state: "invited", kind: "commission", factor: { enrolled: false, required: true } });
  const own = browser(trip.app);
  expect(await own.enter(tokenOf(link.path))).toMatchObject({ step: "password", name: "某liu" });
  expect(await codeOf(browser(trip.app).enter(tokenOf(link.path)))).toBe("session.link_denied");
  expect(await codeOf(own.enrolFactor())).toBe("session.unfinished");
  expect(await own.changePassword({ password: PASSWORD })).toMatchObject({ step: "enrol" });
  const { secret, uri } = await own.enrolFactor();
  expect(uri).toContain("otpauth://totp/");
  expect(await own.confirmFactor(codeAt(secret, trip.now()))).toMatchObject({ step: "open" });
  expect((await own.meta()).actor).toMatchObject({
    name: "某liu",
    post: "inspector",
    appointments: [{ post: "inspector" }],
  });
  const again = browser(trip.app);
  expect(await again.signIn("LIU", PASSWORD)).toMatchObject({ step: "factor" });
  trip.travel(STEP);
  expect(await again.giveFactor(codeAt(secret, trip.now()))).toMatchObject({ step: "open" });
  expect((await admin.account(account.id)).sessions).toBe(2);
  const stored = await county.owner.sql<{ row: string }[]>`
    select (select a::text from account a where id = ${account.id}::bigint) || (select f::text from factor f where account = ${account.id}::bigint) as row`;
  expect(stored[0]?.row).not.toContain(secret);
  expect(stored[0]?.row).not.toContain(PASSWORD);
  expect(await trailOf(account.id)).toEqual([
    "account.added",
    "account.password",
    "account.factor_begun",
    "account.factor",
  ]);
});

test("an invitation runs out", async () => {
  const { link } = await admin.addAccount(someone("late", "leader"));
  trip.travel(DEFAULT_POLICY.link_hours * HOUR);
  expect(await codeOf(browser(trip.app).enter(tokenOf(link.path)))).toBe("session.link_denied");
  [keeper, admin] = await signedIn("security_admin");
});

test("a lost password or device is reset by the security administrator; the person is out until both are set anew", async () => {
  const [person, own] = await signedIn("inspector");
  const link = await admin.renewLink(person.account);
  expect(await codeOf(own.meta())).toBe("session.required");
  expect(await codeOf(own.signIn(person.login, PASSWORD))).toBe("session.denied");
  // Who finds the link still needs the device.
  expect(await own.enter(tokenOf(link.path))).toMatchObject({ step: "factor" });
  expect(await codeOf(own.changePassword({ password: "Another-1-word" }))).toBe("session.unfinished");
  await admin.resetFactor(person.account);
  expect(await codeOf(own.session().then(({ step }) => Promise.reject({ code: step })))).toBe("sign_in");
  const next = await admin.renewLink(person.account);
  expect(await own.enter(tokenOf(next.path))).toMatchObject({ step: "password" });
  expect(await codeOf(own.changePassword({ password: PASSWORD }))).toBe("password.used");
  expect(await own.changePassword({ password: "Another-1-word" })).toMatchObject({ step: "enrol" });
  expect(await trailOf(person.account)).toEqual([
    "account.linked",
    "session.refused",
    "account.factor_reset",
    "account.linked",
    "account.password",
  ]);
});

test("nobody changes their own account, and the last security administrator in office stays", async () => {
  const { account: id, appointment } = keeper;
  for (const code of await Promise.all(
    [
      admin.appoint(id, { post: "security_admin" }),
      admin.changeAppointment(id, appointment, { scope: {} }),
      admin.endAppointment(id, appointment),
      admin.changeAccount(id, { name: "x", unit: null }),
      admin.disableAccount(id),
      admin.renewLink(id),
      admin.resetFactor(id),
    ].map(codeOf),
  ))
    expect(code).toBe("account.self");
  // All others in office, so that two are left, who end each other at once.
  for (const { id: other, state } of (await admin.accounts({ post: "security_admin" })).accounts)
    if (other !== id && state !== "disabled") await admin.disableAccount(other);
  const [second, other] = await signedIn("security_admin");
  const told = await Promise.all([codeOf(admin.disableAccount(second.account)), codeOf(other.disableAccount(id))]);
  expect(told.filter((code) => code === "ok")).toHaveLength(1);
  const left = (
    await county.owner.sql<{ id: string }[]>`
    select a.id from account a where a.kind = 'security' and a.disabled_at is null and exists (
      select from appointment p where p.account = a.id)`
  ).map((row) => row.id);
  expect(left).toHaveLength(1);
  const [third] = await signedIn("security_admin");
  await county.owner.sql`update account set disabled_at = now() where id = ${left[0] ?? ""}::bigint`;
  const [fourth, helper] = await signedIn("security_admin");
  await helper.disableAccount(third.account);
  await county.owner
    .sql`update appointment set ends_at = ${trip.now() + DAY}::timestamptz where account = ${fourth.account}::bigint`;
  [keeper, admin] = await signedIn("security_admin");
  expect(
    await codeOf(
      helper.changeAppointment(keeper.account, keeper.appointment, {
        scope: {},
        ends_at: isoInstant(instant(trip.now() + DAY)),
      }),
    ),
  ).toBe("account.last_security_admin");
  expect(await codeOf(helper.endAppointment(keeper.account, keeper.appointment))).toBe("account.last_security_admin");
  expect(await codeOf(helper.disableAccount(keeper.account))).toBe("account.last_security_admin");
});

test("what cannot be is refused in words that say what to do, and leaves nothing", async () => {
  const before = (await admin.accounts()).accounts.length;
  const add = (more: Partial<NewAccountInput>, post: Post = "unit_contact") =>
    codeOf(admin.addAccount({ ...someone("wang", post), ...more }));
  expect(await add({})).toBe("account.one_unit");
  expect(await add({ appointments: [{ post: "unit_contact", scope: { units: ["zjj", "cgj"] } }] })).toBe(
    "account.one_unit",
  );
  expect(await add({ appointments: [{ post: "unit_contact", scope: { units: ["no-such"] } }] })).toBe(
    "account.unit_unknown",
  );
  expect(await add({ unit: "no-such", appointments: [{ post: "leader" }] })).toBe("account.unit_unknown");
  expect(await add({ appointments: [{ post: "leader", scope: { sources: ["no-such"] } }] })).toBe(
    "account.source_unknown",
  );
  expect(await add({ appointments: [{ post: "leader", scope: { units: [] } }] })).toBe("request.invalid");
  expect(await add({ appointments: [{ post: "leader", ends_at: "2020-01-01T00:00:00Z" }] })).toBe(
    "account.period_wrong",
  );
  expect(await add({ login: "a b" })).toBe("request.invalid");
  expect(await add({ login: keeper.login.toUpperCase(), appointments: [{ post: "leader" }] })).toBe(
    "account.login_taken",
  );
  expect((await admin.accounts()).accounts).toHaveLength(before);
  expect(await codeOf(admin.account("999999"))).toBe("account.not_found");
  expect(await codeOf(admin.endAppointment(keeper.account, "999999"))).toBe("account.self");
});

test("an appointment holds from its beginning to its end, in its scope, and its person switches between several", async () => {
  const [person, own] = await signedIn("inspector");
  await admin.appoint(person.account, { post: "liaison", scope: { units: ["zjj"], districts: ["城关镇"] } });
  const starts_at = isoInstant(instant(trip.now() + DAY));
  await admin.appoint(person.account, { post: "leader", starts_at });
  const { actor } = await own.meta();
  expect(actor.appointments.map(({ post }) => post).sort()).toEqual(["inspector", "liaison"]);
  const liaison = actor.appointments.find(({ post }) => post === "liaison")?.id ?? "";
  const { appointments } = await admin.account(person.account);
  const leader = appointments.find(({ post }) => post === "leader")?.id ?? "";
  expect(await codeOf(own.switchAppointment(leader))).toBe("appointment.not_found");
  expect(await codeOf(own.switchAppointment(keeper.appointment))).toBe("appointment.not_found");
  await own.switchAppointment(liaison);
  expect((await own.meta()).actor).toMatchObject({
    post: "liaison",
    appointment: liaison,
    scope: { units: ["zjj"], districts: ["城关镇"] },
  });
  await admin.changeAppointment(person.account, liaison, { scope: { units: ["cgj"] } });
  expect((await own.meta()).actor.scope).toEqual({ units: ["cgj"], districts: null, sources: null });
  await admin.endAppointment(person.account, liaison);
  expect(await codeOf(own.meta())).toBe("session.required");
  expect((await admin.account(person.account)).appointments.find(({ id }) => id === liaison)).toMatchObject({
    in_force: false,
  });
});

test("a person's own unit is out of their sight where they serve the commission, not where they are its contact", async () => {
  const recusedOf = async ([{ session }]: [Person, Browser]) => {
    const visit = await visitOfSession(trip.services.db.sql, session, trip.now());
    return visit && askerOf(visit, trip.now(), "", "").actor.recused;
  };
  expect(await recusedOf(await signedIn("inspector", { unit: "jwj" }))).toEqual(["jwj"]);
  expect(await recusedOf(await signedIn("unit_contact", { unit: "zjj", scope: { units: ["zjj"] } }))).toEqual([]);
});

test("a policy holds from the next request, and is kept with what it was", async () => {
  expect(await admin.policy()).toEqual(DEFAULT_POLICY);
  const [, own] = await signedIn("leader");
  await admin.writePolicy({ ...DEFAULT_POLICY, idle_minutes: 1, password_length: 20 });
  expect((await own.session()).password.password_length).toBe(20);
  trip.travel(60_000);
  expect(await codeOf(own.meta())).toBe("session.required");
  [keeper, admin] = await signedIn("security_admin");
  await admin.writePolicy(DEFAULT_POLICY);
  const [entry] = await county.owner.sql<{ before: string }[]>`
    select payload::jsonb #>> '{before,idle_minutes}' as before from audit_entry where action = 'policy.changed' order by seq desc limit 1`;
  expect(entry?.before).toBe("1");
  expect(await codeOf(admin.writePolicy({ ...DEFAULT_POLICY, password_length: 1 }))).toBe("request.invalid");
});

test("scopes are made of what is there, and people are found by name, post and state", async () => {
  const { sources, districts, units } = await admin.scopeChoices();
  expect(sources).toEqual([{ code: "12345", name: expect.any(String) }]);
  expect(districts.length).toBeGreaterThan(0);
  expect(units.find(({ code }) => code === "zjj")?.name).toContain("住房和城乡建设局");
  const { account } = await admin.addAccount(someone("findme", "leader"));
  expect((await admin.accounts({ q: "FINDM" })).accounts.map(({ id }) => id)).toEqual([account.id]);
  expect((await admin.accounts({ q: "某findme", post: ["auditor"] })).accounts).toEqual([]);
  expect((await admin.accounts({ state: ["invited"], post: ["leader"] })).accounts.map(({ id }) => id)).toContain(
    account.id,
  );
});

test("the demonstration has one person in each post, let in by a link alone, and by none where it is not wanted", async () => {
  const first = await demoLinks(trip.services, SYSTEM_ACTOR);
  const links = await demoLinks(trip.services, SYSTEM_ACTOR);
  expect(links.map(({ post }) => post)).toEqual([...POSTS]);
  const browsers: Browser[] = [];
  for (const [place, { post, path }] of links.entries()) {
    const own = browser(trip.app);
    expect(await codeOf(own.enter(tokenOf(first[place]?.path ?? "")))).toBe("session.link_denied");
    expect(await own.enter(tokenOf(path))).toMatchObject({ step: "open", has_password: false });
    expect((await own.meta()).actor.post).toBe(post);
    expect(await codeOf(own.changePassword({ password: PASSWORD }))).toBe("account.demo");
    browsers.push(own);
  }
  const [person] = browsers;
  const { secret } = (await person?.enrolFactor()) ?? { secret: "" };
  expect(await person?.confirmFactor(codeAt(secret, trip.now()))).toMatchObject({ factor: { enrolled: true } });
  const demo = (await admin.accounts({ q: "demo-leader" })).accounts[0];
  expect(await codeOf(admin.renewLink(demo?.id ?? ""))).toBe("account.demo");
  const [next] = await demoLinks(trip.services, SYSTEM_ACTOR);
  await endDemo(trip.services);
  for (const own of browsers) expect(await codeOf(own.meta())).toBe("session.required");
  expect(await codeOf(browser(trip.app).enter(tokenOf(next?.path ?? "")))).toBe("session.link_denied");
});
