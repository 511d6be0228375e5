import type {
  Account,
  AccountFieldsInput,
  Accounts,
  AccountsQueryInput,
  AppointmentFieldsInput,
  InvitedAccount,
  Link,
  NewAccountInput,
  NewAppointmentInput,
  ScopeChoices,
} from "../accounts/account";
import type { Policy } from "../accounts/policy";
import type { FactorEnrolment, SessionState, Sessions } from "../accounts/session";
import type { CallOptions, Calls } from "./calls";

const part = encodeURIComponent;

/** Signing in, one's own account, and the people of the installation. */
export function peopleCalls({ get, act, drop }: Calls) {
  const ofAccount = (id: string, path: string) => `/api/accounts/${part(id)}${path}`;
  return {
    session: (options?: CallOptions) => get<SessionState>("/api/session", {}, options),
    signIn: (login: string, password: string) => act<SessionState>("POST", "/api/session", { login, password }),
    enter: (token: string) => act<SessionState>("POST", "/api/session/link", { token }),
    giveFactor: (code: string) => act<SessionState>("POST", "/api/session/factor", { code }),
    signOut: () => drop("/api/session"),
    switchAppointment: (appointment: string) => act<SessionState>("POST", "/api/session/appointment", { appointment }),
    mySessions: (options?: CallOptions) => get<Sessions>("/api/session/mine", {}, options),
    endMySession: (id: string) => drop(`/api/session/mine/${part(id)}`),
    changePassword: (given: { readonly current?: string; readonly password: string }) =>
      act<SessionState>("POST", "/api/account/password", given),
    enrolFactor: () => act<FactorEnrolment>("POST", "/api/account/factor", undefined),
    confirmFactor: (code: string) => act<SessionState>("POST", "/api/account/factor/confirm", { code }),

    accounts: (query: AccountsQueryInput = {}, options?: CallOptions) => get<Accounts>("/api/accounts", query, options),
    account: (id: string, options?: CallOptions) => get<Account>(ofAccount(id, ""), {}, options),
    addAccount: (given: NewAccountInput) => act<InvitedAccount>("POST", "/api/accounts", given),
    changeAccount: (id: string, given: AccountFieldsInput) => act<Account>("PUT", ofAccount(id, ""), given),
    appoint: (id: string, given: NewAppointmentInput) => act<Account>("POST", ofAccount(id, "/appointments"), given),
    changeAppointment: (id: string, appointment: string, given: AppointmentFieldsInput) =>
      act<Account>("PUT", ofAccount(id, `/appointments/${part(appointment)}`), given),
    endAppointment: (id: string, appointment: string) =>
      act<Account>("DELETE", ofAccount(id, `/appointments/${part(appointment)}`), undefined),
    disableAccount: (id: string) => act<Account>("POST", ofAccount(id, "/disable"), undefined),
    enableAccount: (id: string) => act<Account>("POST", ofAccount(id, "/enable"), undefined),
    renewLink: (id: string) => act<Link>("POST", ofAccount(id, "/link"), undefined),
    resetFactor: (id: string) => act<Account>("POST", ofAccount(id, "/factor-reset"), undefined),
    accountSessions: (id: string, options?: CallOptions) => get<Sessions>(ofAccount(id, "/sessions"), {}, options),
    sessions: (options?: CallOptions) => get<Sessions>("/api/sessions", {}, options),
    endSession: (id: string) => drop(`/api/sessions/${part(id)}`),
    scopeChoices: (options?: CallOptions) => get<ScopeChoices>("/api/scopes", {}, options),
    policy: (options?: CallOptions) => get<Policy>("/api/policy", {}, options),
    writePolicy: (policy: Policy) => act<Policy>("PUT", "/api/policy", policy),
  };
}
