import { Hono } from "hono";
import { expect, test } from "vitest";
import { createSessionCookie } from "../src/auth/cookie";

function appOf(https: boolean): Hono {
  const cookie = createSessionCookie(https);
  return new Hono()
    .get("/in", (context) => {
      cookie.write(context, "token");
      return context.text("");
    })
    .get("/out", (context) => {
      cookie.clear(context);
      return context.text("");
    })
    .get("/read", (context) => context.text(cookie.read(context) ?? "none"));
}
const setBy = async (app: Hono, path: string) => (await app.request(path)).headers.getSetCookie();

test("over https the cookie is sent there alone, and bound to this host by its name", async () => {
  const app = appOf(true);
  expect(await setBy(app, "/in")).toEqual(["__Host-tianyan_session=token; Path=/; HttpOnly; Secure; SameSite=Strict"]);
  const [cleared] = await setBy(app, "/out");
  expect(cleared).toMatch(/^__Host-tianyan_session=; Max-Age=0; Path=\/; .*Secure/);
  const read = async (cookie: string) => (await app.request("/read", { headers: { cookie } })).text();
  expect(await read("__Host-tianyan_session=token")).toBe("token");
  expect(await read("tianyan_session=token")).toBe("none");
});

test("within the intranet without https it is out of reach of scripts and other sites all the same", async () => {
  expect(await setBy(appOf(false), "/in")).toEqual(["tianyan_session=token; Path=/; HttpOnly; SameSite=Strict"]);
});
