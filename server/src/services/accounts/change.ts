import { type Account, ApiError, type AuditAction, requirePermission } from "@tianyan/api";
import { lastingHolders, lockAccounts, type Transaction } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Services } from "../services";
import { accountIn } from "./list";

/** What is done to somebody's account. */
export interface AccountAct {
  readonly action: AuditAction;
  readonly subject?: { readonly type: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Changes an account in one transaction with its record. Nobody changes their own, and no change takes the last security administrator in
 * office away.
 */
export async function changeAccountBy(
  services: Services,
  actor: Actor,
  id: string,
  act: (tx: Transaction, account: Account) => Promise<AccountAct>,
): Promise<Account> {
  requirePermission(actor, "accounts.write");
  if (actor.account === id) throw new ApiError("account.self");
  const at = services.now();
  return services.db.sql.begin(async (tx) => {
    await lockAccounts(tx);
    const guarded = await lastingHolders(tx, "security_admin", at);
    const account = await accountIn(services, tx, id);
    const { action, subject, before, after } = await act(tx, account);
    if (guarded > 0 && (await lastingHolders(tx, "security_admin", at)) === 0)
      throw new ApiError("account.last_security_admin");
    const changed = await accountIn(services, tx, id);
    const told = { action, subject: subject ?? { type: "account", id }, before, after };
    await record(tx, actor, { ...told, outcome: "done" });
    return changed;
  });
}
