import type { Account, AccountFields } from "@tianyan/api";
import { changeAccount } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { refuseUnknownUnits } from "./appoint";
import { changeAccountBy } from "./change";

/** Changes the name and the person's own unit. */
export const changeFields = (
  services: Services,
  actor: Actor,
  id: string,
  { name, unit }: AccountFields,
): Promise<Account> =>
  changeAccountBy(services, actor, id, async (tx, account) => {
    if (unit !== null) await refuseUnknownUnits(tx, [unit]);
    await changeAccount(tx, id, { name, unit });
    const before = { name: account.name, unit: account.unit?.code ?? null };
    return { action: "account.changed", before, after: { name, unit } };
  });
