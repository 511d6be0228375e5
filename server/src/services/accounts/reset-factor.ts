import { type Account, ApiError } from "@tianyan/api";
import { endSessions, removeFactor } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { changeAccountBy } from "./change";

/** Takes a lost device out; it is set up anew at the next sign-in where one is needed. Sessions end. */
export const resetFactor = (services: Services, actor: Actor, id: string): Promise<Account> =>
  changeAccountBy(services, actor, id, async (tx) => {
    if (!(await removeFactor(tx, id))) throw new ApiError("factor.none");
    await endSessions(tx, { account: id });
    return { action: "account.factor_reset" };
  });
