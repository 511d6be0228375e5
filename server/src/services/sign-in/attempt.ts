import { ApiError, type AuditAction, type ErrorCode, type Policy } from "@tianyan/api";
import { after, MINUTE } from "@tianyan/core";
import {
  beginAttempt,
  forgetAttempt,
  forgetAttemptsBefore,
  forgiveAccount,
  type Transaction,
  type TriedAccount,
  type Trying,
  tryAccount,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { readPolicy } from "../../auth/policy";
import { record } from "../audit/record";
import type { Services } from "../services";

/** An attempt to prove who one is. It counts as failed from its beginning, so that no number of them at once gets past the limits. */
export interface Attempt {
  readonly id: string;
  readonly policy: Policy;
  /** Null: unknown, locked or disabled, which nobody is told apart. */
  readonly account: TriedAccount | null;
}

/** Throws `session.too_many` where the address failed too often. */
export async function attempt({ db, now }: Services, { address }: Actor, who: Trying): Promise<Attempt> {
  const policy = await readPolicy(db.sql);
  const at = now();
  const addressSince = after(at, -policy.address_minutes * MINUTE);
  const limits = {
    addressFailures: policy.address_failures,
    addressSince,
    accountFailures: policy.lockout_failures,
    lockedUntil: after(at, policy.lockout_minutes * MINUTE),
  };
  return db.sql.begin(async (tx) => {
    await forgetAttemptsBefore(tx, addressSince);
    const id = await beginAttempt(tx, address, limits, at);
    if (id === null) throw new ApiError("session.too_many");
    return { id, policy, account: await tryAccount(tx, who, limits, at) };
  });
}

/** It was good after all; `whole`: nothing more is asked of this person. */
export async function succeed(tx: Transaction, { id, account }: Attempt, whole = true): Promise<void> {
  await forgetAttempt(tx, id);
  if (account) await forgiveAccount(tx, account.id, whole);
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly action: AuditAction;
}

/** Keeps that the attempt failed, and what that led to; throws. What was typed is kept nowhere: it may be a password. */
export async function refuse(
  { db }: Services,
  actor: Actor,
  { account, policy }: Attempt,
  { code, action }: Refusal,
): Promise<never> {
  const subject = account ? { type: "account", id: account.id } : { type: "address", id: actor.address };
  await db.sql.begin(async (tx) => {
    if (account?.locks)
      await record(tx, actor, {
        action: "session.locked",
        subject,
        after: { minutes: policy.lockout_minutes },
        outcome: "done",
      });
    await record(tx, actor, { action, subject, outcome: "denied" });
  });
  throw new ApiError(code);
}
