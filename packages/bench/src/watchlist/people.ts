import { type Client, createClient, type Post, type Scope } from "@tianyan/api";
import {
  addAccount,
  addAppointment,
  addSession,
  beginFactor,
  confirmFactor,
  openDatabase,
  openPools,
  renewSession,
  type Sql,
} from "@tianyan/db";
import { newToken } from "../../../../server/src/auth/tokens";
import { systemNow } from "../../../../server/src/start/installation";

/** Somebody who asks the running product. */
export interface Asker {
  readonly who: string;
  readonly api: Client;
  /** Of the combinations of filters, every so manieth is asked: what is asked through row-level security takes longer. */
  readonly every: number;
}

const NARROWED = 13;
const COUNTY: Scope = { sources: null, districts: null, units: null };
const SCOPES: readonly { readonly who: string; readonly scope: Scope }[] = [
  { who: "whole county", scope: COUNTY },
  { who: "one district", scope: { ...COUNTY, districts: ["大坪镇"] } },
  // The busiest bureau with those below it.
  { who: "one bureau and those below", scope: { ...COUNTY, units: ["zjj"] } },
];

/** Asks as a browser with this cookie does. */
export function askerOf(who: string, address: string, cookie: string, every = 1): Asker {
  const send: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("cookie", cookie);
    headers.set("origin", address);
    return fetch(input, { ...init, headers });
  };
  return { who, api: createClient(address, send), every };
}

/** Leaders of the whole county, a district and a bureau, each signed in. */
export const signInPeople = (url: string, address: string): Promise<readonly Asker[]> =>
  withSessions(url, async (sql) => {
    const askers: Asker[] = [];
    for (const { who, scope } of SCOPES)
      askers.push(
        askerOf(
          who,
          address,
          `tianyan_session=${await signIn(sql, who, "leader", scope)}`,
          scope === COUNTY ? 1 : NARROWED,
        ),
      );
    return askers;
  });

export const signInSteward = (url: string, address: string): Promise<Asker> =>
  withSessions(url, async (sql) =>
    askerOf("steward", address, `tianyan_session=${await signIn(sql, "steward", "data_steward", COUNTY)}`),
  );

export const signInLiaison = (url: string, address: string): Promise<Asker> =>
  withSessions(url, async (sql) =>
    askerOf("liaison", address, `tianyan_session=${await signIn(sql, "liaison", "liaison", COUNTY)}`),
  );

async function withSessions<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const owner = await openDatabase(url, { connections: 1 });
  const { app, replay } = await openPools(owner);
  try {
    return await work(app.sql);
  } finally {
    await Promise.all([app.close(), replay.close(), owner.close()]);
  }
}

/** The token of a new session. */
async function signIn(sql: Sql, name: string, post: Post, scope: Scope): Promise<string> {
  const at = systemNow();
  const { text, sha256 } = newToken();
  await sql.begin(async (tx) => {
    const person = { login: name, name, kind: "commission", unit: null, demo: false, author: "bench" } as const;
    const account = await addAccount(tx, person, at);
    if (account === null) throw new Error(`${name} is there already`);
    const held = { kind: "commission", post, starts_at: at, ends_at: null, author: "bench" } as const;
    const appointment = await addAppointment(tx, { account, ...held, ...scope });
    const opened = { token: sha256, account, appointment, method: "password", mustChoosePassword: false };
    const session = await addSession(tx, { ...opened, address: "127.0.0.1", agent: "bench" }, at);
    if (post !== "liaison") return;
    // Whose post asks for a second factor has given it; nobody is asked for a code again.
    await beginFactor(tx, account, "", at);
    await confirmFactor(tx, account, "", at);
    await renewSession(tx, session, sha256, { factorAt: at });
  });
  return text;
}
