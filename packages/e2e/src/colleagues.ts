import type { InvitedAccount, Post } from "@tianyan/api";
import type { Browser } from "playwright-core";
import { type Visit, visit } from "./browser";
import { choosePassword, enrol } from "./people";
import { cookieOf } from "./sessions";

export interface Colleague {
  readonly name: string;
  readonly login: string;
  readonly post: Post;
  /** Codes of the units that the post is for; null: all. */
  readonly units: readonly string[] | null;
}

/** Appoints somebody and lets them sign in by their own link, with the second factor where their post asks for one. */
export async function arrive(browser: Browser, url: string, { name, login, post, units }: Colleague): Promise<Visit> {
  const answer = await fetch(`${url}/api/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, cookie: cookieOf(url, "security_admin") },
    body: JSON.stringify({
      login,
      name,
      unit: null,
      appointments: [{ post, scope: { sources: null, districts: null, units } }],
    }),
  });
  if (!answer.ok) throw new Error(`${name} was not appointed: ${answer.status} ${await answer.text()}`);
  const { link } = (await answer.json()) as InvitedAccount;
  const came = await visit(browser, url, { as: null });
  await came.page.goto(link.path);
  await choosePassword(came.page);
  await came.page.getByTestId("person").or(came.page.getByTestId("enrol")).first().waitFor();
  if (await came.page.getByTestId("enrol").isVisible()) await enrol(came.page);
  await came.page.getByTestId("person").waitFor();
  return came;
}
