import { ApiError, type BindSignOn, requirePermission, type SignOnBinding } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import {
  accountOfSubject,
  bindSubject,
  readAccounts,
  subjectOfAccount,
  type Transaction,
  unbindSubject,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";

async function item(tx: Transaction, account: string): Promise<SignOnBinding> {
  const row = await subjectOfAccount(tx, account);
  if (!row) return { binding: null };
  const { issuer, subject, author, created_at } = row;
  return { binding: { issuer, subject, author, created_at: isoInstant(instant(created_at)) } };
}

async function requireAccount(tx: Transaction, account: string): Promise<void> {
  if ((await readAccounts(tx, account)).length === 0) throw new ApiError("account.not_found");
}

export async function readBinding({ db }: Services, actor: Actor, account: string): Promise<SignOnBinding> {
  requirePermission(actor, "accounts.read");
  return db.sql.begin(async (tx) => {
    await requireAccount(tx, account);
    return item(tx, account);
  });
}

/** Says who a person is to the single sign-on. Throws where somebody else is that already. */
export async function bind(
  { db, now }: Services,
  issuer: string,
  actor: Actor,
  account: string,
  { subject }: BindSignOn,
): Promise<SignOnBinding> {
  requirePermission(actor, "accounts.write");
  return db.sql.begin(async (tx) => {
    await requireAccount(tx, account);
    const holder = await accountOfSubject(tx, issuer, subject);
    if (holder !== null && holder !== account) throw new ApiError("sign_on.taken");
    const before = await subjectOfAccount(tx, account);
    await bindSubject(tx, { account, issuer, subject, author: actor.name }, now());
    await record(tx, actor, {
      action: "account.sign_on_bound",
      subject: { type: "account", id: account },
      before: before && { issuer: before.issuer, subject: before.subject },
      after: { issuer, subject },
      outcome: "done",
    });
    return item(tx, account);
  });
}

export async function unbind({ db }: Services, actor: Actor, account: string): Promise<SignOnBinding> {
  requirePermission(actor, "accounts.write");
  return db.sql.begin(async (tx) => {
    await requireAccount(tx, account);
    const before = await subjectOfAccount(tx, account);
    if (before && (await unbindSubject(tx, account)))
      await record(tx, actor, {
        action: "account.sign_on_unbound",
        subject: { type: "account", id: account },
        before: { issuer: before.issuer, subject: before.subject },
        outcome: "done",
      });
    return { binding: null };
  });
}
