import { POSTS, type Post } from "@tianyan/api";
import { HOUR, MINUTE, SECOND } from "@tianyan/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { needsFactor } from "../src/auth/visit";
import { readProxies } from "../src/http/address";
import { type Browser, browser, codeAt, STEP, type Travelling, travelling } from "./support/browser";
import { type County, createCounty } from "./support/county";
import { type Person, personIn } from "./support/person";

let county: County;
let trip: Travelling;
beforeAll(async () => {
  county = await createCounty();
});
beforeEach(async () => {
  await county.services.db.sql`delete from sign_in_attempt`;
  trip = travelling(county);
});
afterAll(() => county.drop());

const PASSWORD = "Xunshi-2026-kan";
const denied = { code: "session.denied", status: 401 };
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "ok",
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
const someone = (post: Post = "leader") => personIn(trip.services, post, { password: PASSWORD });

/** Signs in, with the next code of the device where the person has one. */
async function signedIn(person: Person): Promise<Browser> {
  const own = browser(trip.app);
  const { step } = await own.signIn(person.login, PASSWORD);
  if (step === "factor") {
    trip.travel(STEP);
    await own.giveFactor(codeAt(person.secret ?? "", trip.now()));
  }
  return own;
}

describe("wrong passwords", () => {
  test("five lock the account for half an hour; the right one is then refused in the same words, as is an unknown name", async () => {
    const { login } = await someone();
    const own = browser(trip.app);
    for (let failure = 0; failure < 5; failure++)
      await expect(own.signIn(login, "wrong")).rejects.toMatchObject(denied);
    const refused = await own.signIn(login, PASSWORD).catch((error: unknown) => error);
    const unknown = await own.signIn("nobody-here", PASSWORD).catch((error: unknown) => error);
    expect(refused).toMatchObject(denied);
    expect(unknown).toMatchObject(denied);
    trip.travel(30 * MINUTE - 1);
    await expect(own.signIn(login, PASSWORD)).rejects.toMatchObject(denied);
    trip.travel(1);
    expect(await own.signIn(login, PASSWORD)).toMatchObject({ step: "open" });
    trustFigure(1, "failures until an account is locked; minutes; the right password then", "5; 30; refused");
  });

  test("that come at once are no more than five either, and lock out the right one", async () => {
    const { login } = await someone();
    const wrong = Array.from({ length: 20 }, () => codeOf(browser(trip.app).signIn(login, "wrong")));
    expect(new Set(await Promise.all(wrong))).toEqual(new Set(["session.denied"]));
    expect(await codeOf(browser(trip.app).signIn(login, PASSWORD))).toBe("session.denied");
  });

  test("four are forgiven by the right one", async () => {
    const { login } = await someone();
    const own = browser(trip.app);
    for (const round of [1, 2]) {
      for (let failure = 0; failure < 4; failure++)
        expect(await codeOf(own.signIn(login, "wrong"))).toBe("session.denied");
      expect(await codeOf(own.signIn(login, PASSWORD)), `round ${round}`).toBe("ok");
    }
  });

  test("of one address are limited, whatever it writes into X-Forwarded-For and whomever it tries", async () => {
    const told: string[] = [];
    for (let n = 0; n < 100; n++)
      told.push(
        await codeOf(browser(trip.app, "192.0.2.9", { "x-forwarded-for": `10.1.2.${n}` }).signIn(`u${n}`, "x")),
      );
    const let_in = told.filter((code) => code === "session.denied").length;
    expect(told.slice(30)).toEqual(Array.from({ length: 70 }, () => "session.too_many"));
    expect(let_in).toBe(30);
    const { login } = await someone();
    expect(await codeOf(browser(trip.app, "192.0.2.9").signIn(login, PASSWORD))).toBe("session.too_many");
    expect(await codeOf(browser(trip.app, "192.0.2.10").signIn(login, PASSWORD))).toBe("ok");
    trip.travel(10 * MINUTE + 1);
    expect(await codeOf(browser(trip.app, "192.0.2.9").signIn(login, PASSWORD))).toBe("ok");
    trustFigure(1, "passwords compared of 100 tries under rotating X-Forwarded-For", let_in);
  });

  test("behind a proxy of our own are those of the peer that it names", async () => {
    trip = travelling(county, readProxies("192.0.2.0/24") ?? undefined);
    const tries = async (n: number, peer: string) =>
      codeOf(browser(trip.app, "192.0.2.9", { "x-forwarded-for": `203.0.113.1, ${peer}` }).signIn(`v${n}`, "x"));
    for (let n = 0; n < 31; n++) await tries(n, "198.51.100.1");
    expect(await tries(99, "198.51.100.1")).toBe("session.too_many");
    expect(await tries(99, "198.51.100.2")).toBe("session.denied");
  });

  test("take as long for a name that nobody has", async () => {
    const runs = trustCount(16, 60);
    const policy = { lockout_failures: 100, address_failures: 10_000 };
    const { sql } = county.services.db;
    await sql`insert into setting (name, value) values ('policy', ${JSON.stringify(policy)}::text::jsonb)`;
    const { login } = await someone();
    const timed = { known: [] as number[], unknown: [] as number[] };
    await codeOf(browser(trip.app).signIn(login, "wrong"));
    for (let run = 0; run < runs; run++)
      for (const [which, name] of [
        ["known", login],
        ["unknown", `nobody-${run}`],
      ] as const) {
        const began = performance.now();
        expect(await codeOf(browser(trip.app).signIn(name, "wrong"))).toBe("session.denied");
        timed[which].push(performance.now() - began);
      }
    await sql`delete from setting where name = 'policy'`;
    const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const [known, unknown] = [median(timed.known), median(timed.unknown)];
    const apart = ((Math.abs(known - unknown) / Math.max(known, unknown)) * 100).toFixed(1);
    trustFigure(
      1,
      `median ms of a refusal, known and unknown user (${runs} each)`,
      `${known.toFixed(1)}, ${unknown.toFixed(1)}: ${apart} % apart`,
    );
  });
});

const scopeOf = (post: Post) => (post === "unit_contact" ? { units: ["A"] } : {});

describe("the second factor", () => {
  test.each(POSTS)("as %s is asked for where the post is an administrator's or may see who called", async (post) => {
    const person = await personIn(trip.services, post, { password: PASSWORD, factor: false, scope: scopeOf(post) });
    const own = browser(trip.app);
    const { step } = await own.signIn(person.login, PASSWORD);
    const needed = ["inspector", "liaison", "system_admin", "security_admin", "auditor"].includes(post);
    expect(needsFactor(post)).toBe(needed);
    expect(step).toBe(needed ? "enrol" : "open");
    expect(await codeOf(own.meta())).toBe(needed ? "session.unfinished" : "ok");
    if (!needed) return;
    const { secret } = await own.enrolFactor();
    expect(await codeOf(own.confirmFactor("000000"))).toBe("session.code_denied");
    expect(await own.confirmFactor(codeAt(secret, trip.now()))).toMatchObject({
      step: "open",
      factor: { enrolled: true },
    });
    expect(await codeOf(own.meta())).toBe("ok");
    expect(await codeOf(own.enrolFactor())).toBe("factor.enrolled");
  });

  test("is refused a second time with the same code, with an earlier one, and in another session", async () => {
    const person = await someone("inspector");
    const code = codeAt(person.secret ?? "", trip.now());
    const before = codeAt(person.secret ?? "", trip.now() - STEP);
    const [one, other] = [browser(trip.app), browser(trip.app)];
    await one.signIn(person.login, PASSWORD);
    await other.signIn(person.login, PASSWORD);
    expect(await one.giveFactor(code)).toMatchObject({ step: "open" });
    let refused = 0;
    for (const again of [code, before, code])
      for (const own of [one, other]) if ((await codeOf(own.giveFactor(again))) === "session.code_denied") refused++;
    // The fifth failure locks: what is refused from then on is refused for that too.
    expect(refused).toBe(6);
    expect(await codeOf(other.meta())).toBe("session.unfinished");
    trustFigure(2, "replayed codes refused", `${refused} of 6`);
  });

  test("of one code that is given twice at once counts once", async () => {
    const person = await someone("inspector");
    const code = codeAt(person.secret ?? "", trip.now());
    const browsers = Array.from({ length: 4 }, () => browser(trip.app));
    for (const own of browsers) await own.signIn(person.login, PASSWORD);
    const told = await Promise.all(browsers.map((own) => codeOf(own.giveFactor(code))));
    expect(told.sort()).toEqual(["ok", "session.code_denied", "session.code_denied", "session.code_denied"]);
  });

  test("cannot be guessed on and on by whoever has the password: five wrong ones lock", async () => {
    const person = await someone("inspector");
    const own = browser(trip.app);
    for (let failure = 0; failure < 5; failure++) {
      await own.signIn(person.login, PASSWORD).catch(() => undefined);
      expect(await codeOf(own.giveFactor("123456"))).toBe("session.code_denied");
    }
    expect(await codeOf(own.giveFactor(codeAt(person.secret ?? "", trip.now())))).toBe("session.code_denied");
    expect(await codeOf(own.signIn(person.login, PASSWORD))).toBe("session.denied");
  });

  test("given again in an open session is as fresh as that", async () => {
    const person = await someone("inspector");
    const own = await signedIn(person);
    const at = (await own.session()).factor.at;
    trip.travel(5 * MINUTE);
    await own.giveFactor(codeAt(person.secret ?? "", trip.now()));
    expect(Date.parse((await own.session()).factor.at ?? "") - Date.parse(at ?? "")).toBe(5 * MINUTE);
    expect((await own.meta()).actor.factor.at).toBe((await own.session()).factor.at);
  });
});

describe("a session", () => {
  test("ends after fifteen minutes without a request, and after eight hours with them", async () => {
    const own = await signedIn(await someone());
    trip.travel(15 * MINUTE - SECOND);
    expect(await codeOf(own.meta())).toBe("ok");
    trip.travel(15 * MINUTE);
    expect(await codeOf(own.meta())).toBe("session.required");
    expect((await own.session()).step).toBe("sign_in");
    const busy = await signedIn(await someone());
    for (let passed = 0; passed < 48; passed++) {
      trip.travel(10 * MINUTE - 1);
      expect(await codeOf(busy.meta())).toBe("ok");
    }
    trip.travel(48);
    expect(await codeOf(busy.meta())).toBe("session.required");
    trustFigure(2, "minutes idle, hours in all until a session ends", "15, 8");
  });

  test("is refused at the next request of a person who was disabled, or whose appointment ended", async () => {
    const admin = await signedIn(await someone("security_admin"));
    for (const how of ["disable", "end", "expire"] as const) {
      const person = await someone();
      const own = await signedIn(person);
      expect(await codeOf(own.meta())).toBe("ok");
      if (how === "disable") await admin.disableAccount(person.account);
      if (how === "end") await admin.endAppointment(person.account, person.appointment);
      if (how === "expire")
        await county.owner
          .sql`update appointment set ends_at = ${trip.now()}::timestamptz where id = ${person.appointment}`;
      expect(await codeOf(own.meta())).toBe("session.required");
      expect(await codeOf(browser(trip.app).signIn(person.login, PASSWORD))).toBe(
        how === "disable" ? "session.denied" : "session.no_post",
      );
    }
    trustFigure(2, "status of a disabled user's next request", 401);
  });

  test("has another token after each step, and the one before counts no longer", async () => {
    const person = await someone("inspector");
    const own = browser(trip.app);
    const seen: string[] = [];
    const stale = async () => {
      const thief = browser(trip.app);
      for (const cookie of seen) {
        thief.setCookie(cookie);
        expect((await thief.session()).step).toBe("sign_in");
      }
      expect(seen).not.toContain(own.cookie());
      seen.push(own.cookie());
    };
    await own.signIn(person.login, PASSWORD);
    await stale();
    await own.giveFactor(codeAt(person.secret ?? "", trip.now()));
    await stale();
    await own.switchAppointment(person.appointment);
    await stale();
    await own.changePassword({ current: PASSWORD, password: `${PASSWORD}!` });
    await stale();
    await own.signIn(person.login, `${PASSWORD}!`);
    await stale();
    await own.signOut();
    await expect(own.meta()).rejects.toMatchObject({ code: "session.required" });
  });

  test("is kept as a hash, and its cookie is out of reach of scripts and other sites", async () => {
    const { login } = await someone();
    const body = JSON.stringify({ login, password: PASSWORD });
    const headers = { "content-type": "application/json" };
    const response = await trip.app.request("/api/session", { method: "POST", headers, body });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^tianyan_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = cookie.slice("tianyan_session=".length).split(";")[0] ?? "";
    const rows = await county.owner.sql<{ row: string }[]>`select s::text as row from session s`;
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });

  test("is seen, and can be ended, by its person and by the security administrator, and by nobody else", async () => {
    const person = await someone();
    const [here, there, admin] = [
      await signedIn(person),
      await signedIn(person),
      await signedIn(await someone("security_admin")),
    ];
    const mine = (await here.mySessions()).sessions;
    expect(mine.map(({ current }) => current).sort()).toEqual([false, false, true]);
    const other = (await there.mySessions()).sessions.find(({ current }) => current)?.id ?? "";
    const stranger = await signedIn(await someone());
    expect(await codeOf(stranger.endMySession(other))).toBe("session.not_found");
    expect(await codeOf(stranger.endSession(other))).toBe("permission.denied");
    await here.endMySession(other);
    expect(await codeOf(there.meta())).toBe("session.required");
    const open = (await admin.sessions()).sessions.filter(({ account }) => account.id === person.account);
    expect(open).toHaveLength(2);
    for (const { id } of open) await admin.endSession(id);
    expect(await codeOf(here.meta())).toBe("session.required");
  });
});

describe("a password", () => {
  test("is long, of three classes, without the name, and none of the last five", async () => {
    const own = await signedIn(await personIn(trip.services, "leader", { password: PASSWORD, login: "zhangwei" }));
    const change = (password: string, current = PASSWORD) => codeOf(own.changePassword({ current, password }));
    for (const weak of ["Ab3-xyzab", "abcdefgh12", "Aa1-ZhangWei-x", "Aa1-iewgnahz-x"])
      expect(await change(weak), weak).toBe("password.weak");
    expect(await change("Another-1-word", "wrong")).toBe("password.denied");
    expect(await change(PASSWORD)).toBe("password.used");
    let current = PASSWORD;
    for (let n = 1; n <= 5; n++) {
      trip.travel(SECOND);
      expect(await change(`Another-${n}-word`, current)).toBe("ok");
      current = `Another-${n}-word`;
    }
    expect(await change("Another-1-word", current)).toBe("password.used");
    expect(await change(PASSWORD, current)).toBe("ok");
  });

  test("is asked for anew after ninety days, before anything else", async () => {
    const { login } = await someone();
    trip.travel(90 * 24 * HOUR);
    const own = browser(trip.app);
    expect((await own.signIn(login, PASSWORD)).step).toBe("password");
    expect(await codeOf(own.findings())).toBe("session.unfinished");
    expect(await own.changePassword({ current: PASSWORD, password: "Another-1-word" })).toMatchObject({ step: "open" });
    expect(await codeOf(own.meta())).toBe("ok");
  });

  test("that changes ends the person's other sessions", async () => {
    const person = await someone();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    await here.changePassword({ current: PASSWORD, password: "Another-1-word" });
    expect(await codeOf(here.meta())).toBe("ok");
    expect(await codeOf(there.meta())).toBe("session.required");
  });
});
