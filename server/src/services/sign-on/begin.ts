import { addSignOnFlow } from "@tianyan/db";
import type { Provider } from "../../auth/oidc/provider";
import { hashOfState, oldestFlow } from "../../auth/oidc/state";
import type { Services } from "../services";

/** Sends somebody to the single sign-on: the address to go to, and the state by which their browser is known again. */
export async function beginSignOn(
  { db, now }: Services,
  provider: Provider,
): Promise<{ readonly address: string; readonly state: string }> {
  const { address, state, nonce, verifier } = await provider.depart();
  const at = now();
  await addSignOnFlow(db.sql, hashOfState(state), { nonce, verifier }, at, oldestFlow(at));
  return { address, state };
}
