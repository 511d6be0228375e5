import { ApiError } from "@tianyan/api";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { SignOnConfig } from "../../config/sign-on";
import { createGuardedFetch, type OutgoingRules } from "../../outgoing/guarded-fetch";

/** A sign-in that goes on at the provider. */
export interface Departure {
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who came back, as the provider says. */
export interface Arrival {
  readonly subject: string;
  /** What the configured claim holds; null: no such claim, or one not to be relied on. */
  readonly login: string | null;
}

/** The single sign-on of the government. Every method throws ApiError `sign_on.unavailable` where it does not answer as it should. */
export interface Provider {
  readonly issuer: string;
  depart(): Promise<Departure>;
  /** Takes the answer in `search` for the sign-in of `kept`. Throws `sign_on.failed` where any check fails. */
  arrive(search: string, kept: Pick<Departure, "state" | "nonce" | "verifier">): Promise<Arrival>;
  /** Where the session there is ended; null: it has no such place. */
  farewell(back: string): Promise<string | null>;
}

const KNOWN_FOR_MS = 3_600_000;

export function createProvider(config: SignOnConfig, now: () => number, rules: Partial<OutgoingRules> = {}): Provider {
  const fetch = createGuardedFetch({ allowHosts: config.allowHosts, ...rules });
  let known: { readonly configuration: Promise<Configuration>; readonly at: number } | null = null;

  async function configuration(): Promise<Configuration> {
    if (!known || now() - known.at > KNOWN_FOR_MS) known = { configuration: discover(config, fetch), at: now() };
    try {
      return await known.configuration;
    } catch (error) {
      known = null;
      throw new ApiError("sign_on.unavailable", { cause: error });
    }
  }

  return {
    issuer: config.issuer,
    async depart() {
      const client = await configuration();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const address = buildAuthorizationUrl(client, {
        redirect_uri: config.redirectUri,
        scope: config.loginClaim === null ? "openid" : "openid profile email",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { address: address.href, state, nonce, verifier };
    },
    async arrive(search, { state, nonce, verifier }) {
      const client = await configuration();
      try {
        const tokens = await authorizationCodeGrant(client, new URL(`${config.redirectUri}${search}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const told = tokens.claims();
        if (!told) throw new Error("no id token");
        const claims = { ...told };
        if (
          config.loginClaim !== null &&
          claims[config.loginClaim] === undefined &&
          client.serverMetadata().userinfo_endpoint
        )
          Object.assign(claims, await fetchUserInfo(client, tokens.access_token, told.sub), { sub: told.sub });
        return { subject: told.sub, login: loginOf(claims, config.loginClaim) };
      } catch (error) {
        throw new ApiError("sign_on.failed", { cause: error });
      }
    },
    async farewell(back) {
      const client = await configuration();
      if (!client.serverMetadata().end_session_endpoint) return null;
      return buildEndSessionUrl(client, { post_logout_redirect_uri: back }).href;
    },
  };
}

/** A mail address is somebody's only where the provider has made sure. */
function loginOf(claims: Readonly<Record<string, unknown>>, claim: string | null): string | null {
  const value = claim === null ? undefined : claims[claim];
  if (typeof value !== "string" || value === "") return null;
  return claim === "email" && claims.email_verified !== true ? null : value;
}

const discover = (config: SignOnConfig, fetch: ReturnType<typeof createGuardedFetch>): Promise<Configuration> => {
  const issuer = new URL(config.issuer);
  return discovery(
    issuer,
    config.clientId,
    { client_secret: config.clientSecret },
    ClientSecretBasic(config.clientSecret),
    {
      [customFetch]: (url, options) => fetch(url, options as Parameters<typeof fetch>[1]),
      // Its tokens are held against its keys, even fetched from itself. Only a host allowed by name is called without TLS: the guard sees to it.
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === "http:" ? [allowInsecureRequests] : [])],
    },
  );
};
