import { Refusal } from "@tianyan/ingest";
import { z } from "zod";

const list = (text: string): string[] =>
  text
    .split(",")
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== "");

/** Sign-in through the single sign-on of the government (OpenID Connect). */
export const SIGN_ON_VARIABLES = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LOGIN_CLAIM: z.string().optional(),
  OIDC_NAME: z.string().max(40).optional(),
  OIDC_ALLOW_HOSTS: z.string().default("").transform(list),
} as const;

export interface SignOnConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim that holds the login of the account; null: only people whom the security administrator bound to their subject. */
  readonly loginClaim: string | null;
  /** What its button says. */
  readonly name: string | null;
  /** Hosts within the intranet, or on this machine, that may be called all the same. */
  readonly allowHosts: readonly string[];
  /** Where its answer is received. */
  readonly redirectUri: string;
}

type Given = z.infer<z.ZodObject<typeof SIGN_ON_VARIABLES>> & { readonly PUBLIC_URL: string | null };

/** Null where it is not set up. Throws a Refusal that names what is missing. */
export function readSignOn(given: Given): SignOnConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LOGIN_CLAIM, OIDC_NAME, OIDC_ALLOW_HOSTS, PUBLIC_URL } =
    given;
  if (OIDC_ISSUER === undefined) return null;
  const missing = Object.entries({ OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL }).find(([, value]) => !value)?.[0];
  if (missing !== undefined || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL)
    throw new Refusal("config.invalid", {
      zh: `设置了 OIDC_ISSUER，还需设置环境变量 ${missing}。`,
      en: `OIDC_ISSUER is set: the environment variable ${missing} is needed too.`,
    });
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    loginClaim: OIDC_LOGIN_CLAIM ?? null,
    name: OIDC_NAME ?? null,
    allowHosts: OIDC_ALLOW_HOSTS,
    redirectUri: `${PUBLIC_URL}/api/session/oidc/callback`,
  };
}
