import type { BindSignOn, SignOnBinding } from "../accounts/sign-on";
import type { CallOptions, Calls } from "./calls";

const pathOf = (account: string): string => `/api/accounts/${encodeURIComponent(account)}/single-sign-on`;

/** Who people are to the single sign-on of the government. */
export const signOnCalls = ({ get, act }: Calls) => ({
  signOnBinding: (account: string, options?: CallOptions) => get<SignOnBinding>(pathOf(account), {}, options),
  bindSignOn: (account: string, given: BindSignOn, options?: CallOptions) =>
    act<SignOnBinding>("PUT", pathOf(account), given, {}, options),
  unbindSignOn: (account: string, options?: CallOptions) =>
    act<SignOnBinding>("DELETE", pathOf(account), undefined, {}, options),
});
