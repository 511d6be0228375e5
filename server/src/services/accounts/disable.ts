import type { Account } from "@tianyan/api";
import { disableAccount, enableAccount, endSessions, removeLinks } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { changeAccountBy } from "./change";

/** Nothing that the person asks is answered from now on. */
export const disable = (services: Services, actor: Actor, id: string): Promise<Account> =>
  changeAccountBy(services, actor, id, async (tx, { state }) => {
    await disableAccount(tx, id, services.now());
    await endSessions(tx, { account: id });
    await removeLinks(tx, id);
    return { action: "account.disabled", before: { state } };
  });

/** Lets a disabled or locked person in again. */
export const enable = (services: Services, actor: Actor, id: string): Promise<Account> =>
  changeAccountBy(services, actor, id, async (tx, { state }) => {
    await enableAccount(tx, id);
    return { action: "account.enabled", before: { state } };
  });
