import { ApiError, type InvitedAccount, KIND_OF_POST, type NewAccount, requirePermission } from "@tianyan/api";
import { addAccount, lockAccounts, setPassword, type Transaction } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { hashPassword } from "../../auth/passwords";
import { readPolicy } from "../../auth/policy";
import { record } from "../audit/record";
import type { Services } from "../services";
import { refuseUnusable } from "../sign-in/choose-password";
import { addAppointmentTo, refuseUnknownUnits } from "./appoint";
import { makeLink } from "./link";
import { accountIn } from "./list";

/** Adds a person with their first posts; answers the link by which they choose a password. */
export async function inviteAccount(services: Services, actor: Actor, given: NewAccount): Promise<InvitedAccount> {
  requirePermission(actor, "accounts.write");
  return services.db.sql.begin(async (tx) => {
    const id = await addPerson(tx, services, actor, given);
    const link = await makeLink(tx, services, actor, { account: id, purpose: "invite" });
    const account = await accountIn(services, tx, id);
    await recordAdded(tx, actor, id, given);
    return { account, link };
  });
}

/** Adds a person whose password is chosen already. Throws `password.weak`. */
export async function addAccountWithPassword(
  services: Services,
  actor: Actor,
  given: NewAccount,
  password: string,
): Promise<string> {
  requirePermission(actor, "accounts.write");
  const hashed = await hashPassword(password);
  return services.db.sql.begin(async (tx) => {
    const id = await addPerson(tx, services, actor, given);
    const { login, name } = given;
    await refuseUnusable(tx, { account: id, login, name }, password, await readPolicy(tx));
    await setPassword(tx, id, hashed, services.now());
    await recordAdded(tx, actor, id, given);
    return id;
  });
}

/** Id of the new account with its appointments. Throws an ApiError. */
export async function addPerson(
  tx: Transaction,
  { now }: Services,
  actor: Actor,
  { login, name, unit, appointments }: NewAccount,
  demo = false,
): Promise<string> {
  const kinds = new Set(appointments.map(({ post }) => KIND_OF_POST[post]));
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0) throw new ApiError("account.kinds_mixed");
  await lockAccounts(tx);
  if (unit !== null && !demo) await refuseUnknownUnits(tx, [unit]);
  const author = actor.name;
  const id = await addAccount(tx, { login, name, kind, unit, demo, author }, now());
  if (id === null) throw new ApiError("account.login_taken");
  for (const appointment of appointments)
    await addAppointmentTo(tx, { account: id, author, at: now(), demo }, appointment);
  return id;
}

const recordAdded = (tx: Transaction, actor: Actor, id: string, { login, unit, appointments }: NewAccount) =>
  record(tx, actor, {
    action: "account.added",
    subject: { type: "account", id },
    after: { login, unit, appointments },
    outcome: "done",
  });
