import { randomBytes } from "node:crypto";
import { FOLLOWER_READS, KIND_OF_POST, type Post, type Scope } from "@tianyan/api";
import { DAY } from "@tianyan/core";
import {
  addAccount,
  addApiKey,
  addAppointment,
  addFollowerKey,
  addSession,
  beginFactor,
  confirmFactor,
  renewSession,
} from "@tianyan/db";
import type { Actor } from "../../src/auth/actor";
import { newFactorSecret } from "../../src/auth/factor-codes";
import { hashPassword } from "../../src/auth/passwords";
import { newToken } from "../../src/auth/tokens";
import { needsFactor } from "../../src/auth/visit";
import type { Router } from "../../src/http/hono";
import { hashOfSecret, newSecret } from "../../src/services/keys/secret";
import type { Services } from "../../src/services/services";
import { sealSecret } from "../../src/services/sign-in/secret";

export interface PersonOptions {
  readonly login?: string;
  readonly name?: string;
  readonly scope?: Partial<Scope>;
  /** Code of the person's own unit. */
  readonly unit?: string | null;
  readonly password?: string;
  /** Absent: where the post needs one. */
  readonly factor?: boolean;
}

/** Somebody in a post, signed in as real people are: with a row of account, appointment, session and, where needed, factor. */
export interface Person {
  readonly account: string;
  readonly appointment: string;
  readonly session: string;
  readonly login: string;
  /** Header by which their requests are theirs. */
  readonly headers: { readonly cookie: string };
  /** Base32 of the device; null where there is none. */
  readonly secret: string | null;
  /** As services are told of them. */
  readonly actor: Actor;
}

export async function personIn(services: Services, post: Post, options: PersonOptions = {}): Promise<Person> {
  const { unit = null, password, factor = needsFactor(post) } = options;
  const login = options.login ?? `${post}-${randomBytes(4).toString("hex")}`;
  const name = options.name ?? login;
  const scope: Scope = { sources: null, districts: null, units: null, ...options.scope };
  const at = services.now();
  const hashed = password === undefined ? null : await hashPassword(password);
  const { text, sha256 } = newToken();
  const secret = factor ? newFactorSecret() : null;
  return services.db.sql.begin(async (tx) => {
    const kind = KIND_OF_POST[post];
    const account = await addAccount(tx, { login, name, kind, unit, demo: false, author: "test" }, at);
    if (account === null) throw new Error(`${login} is there already`);
    const given = { account, kind, post, ...scope, starts_at: at, ends_at: null, author: "test" };
    const appointment = await addAppointment(tx, given);
    if (hashed !== null)
      await tx`update account set password = ${hashed}, password_changed_at = ${at}::timestamptz where id = ${account}::bigint`;
    if (secret !== null) {
      const sealed = sealSecret(services, secret);
      await beginFactor(tx, account, sealed, at);
      await confirmFactor(tx, account, sealed, at);
    }
    const opened = { token: sha256, account, appointment, method: "password", mustChoosePassword: false };
    const session = await addSession(tx, { ...opened, address: "192.0.2.1", agent: "test" }, at);
    if (secret !== null) await renewSession(tx, session, sha256, { factorAt: at });
    return {
      account,
      appointment,
      session,
      login,
      headers: { cookie: `tianyan_session=${text}` },
      secret,
      actor: {
        account,
        name,
        post,
        scope,
        recused: kind === "commission" && unit !== null ? [unit] : [],
        session,
        factorAt: secret === null ? null : at,
        requestId: "test",
        address: "192.0.2.1",
      },
    };
  });
}

/** Header of a machine with a key of its own. */
export async function machineIn({ db, now }: Services): Promise<{ readonly authorization: string }> {
  const secret = newSecret();
  const at = now();
  const key = { name: "test", hash: hashOfSecret(secret), hint: secret.slice(-4), source: null, author: "test" };
  await addApiKey(db.sql, { ...key, expiresAt: at + 30 * DAY }, at);
  return { authorization: `Bearer ${secret}` };
}

/** Header of a system that follows everything. */
export async function followerIn({ db, now }: Services): Promise<{ readonly authorization: string }> {
  const secret = newSecret();
  const at = now();
  const scope = { sources: null, districts: null, units: null };
  const key = { name: "test", hash: hashOfSecret(secret), hint: secret.slice(-4), reads: FOLLOWER_READS, ...scope };
  await addFollowerKey(db.sql, { ...key, author: "test", expiresAt: at + 30 * DAY }, at);
  return { authorization: `Bearer ${secret}` };
}

/** Asks with these headers on every request. */
export interface Asking {
  request(path: string, init?: RequestInit): Promise<Response>;
}

export const asking = (app: Router, headers: Readonly<Record<string, string>>): Asking => ({
  request: async (path, init = {}) => {
    const given = new Headers(init.headers);
    for (const [name, value] of Object.entries(headers)) given.set(name, value);
    return app.request(path, { ...init, headers: given });
  },
});
