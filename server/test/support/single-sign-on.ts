import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const CLIENT = { id: "tianyan", secret: "a-secret-of-forty-characters-and-then-some" };

/** A government single sign-on, run here: whoever gives a login is that person. */
export interface SingleSignOn {
  readonly issuer: string;
  /** Goes through its pages as a person does; the address it leads back to. */
  signIn(address: string, login: string): Promise<URL>;
  stop(): Promise<void>;
}

const listen = async (server: Server): Promise<number> => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
};

const close = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

/** `claims` of a person beside the subject, which is `sub-` and the login. */
export async function startSingleSignOn(
  back: string,
  claims: (login: string) => Readonly<Record<string, unknown>>,
): Promise<SingleSignOn> {
  const server = createServer();
  const port = await listen(server);
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${back}/api/session/oidc/callback`],
        post_logout_redirect_uris: [`${back}/`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["employee_number", "name"] },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["test"] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...claims(id.replace(/^sub-/, "")) }),
    }),
  });
  server.on("request", provider.callback());

  return {
    issuer,
    async signIn(address, login) {
      const jar = new Map<string, string>();
      let next = new URL(address);
      let form: URLSearchParams | null = null;
      for (let hop = 0; hop < 20; hop++) {
        const response: Response = await fetch(next, {
          method: form ? "POST" : "GET",
          redirect: "manual",
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
          ...(form ? { body: form } : {}),
        });
        for (const line of response.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          jar.set(name, value);
        }
        const location = response.headers.get("location");
        form = null;
        if (location) {
          next = new URL(location, next);
          if (next.href.startsWith(back)) return next;
          continue;
        }
        const page = await response.text();
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
        if (prompt === "") throw new Error(`no way on: ${response.status} ${page.slice(0, 300)}`);
        form = new URLSearchParams({ prompt, login: `sub-${login}`, password: "any" });
      }
      throw new Error("no end to it");
    },
    stop: () => close(server),
  };
}

/** What a single sign-on that is wrong, or not the right one, puts into its token. */
export interface Forged {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed by a key that it does not publish, or not at all. */
  readonly signature?: "stranger" | "none";
}

/** One that answers every code with the token that the test asks for. */
export async function startForger() {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const server = createServer();
  const port = await listen(server);
  const issuer = `http://localhost:${port}`;
  let forged: Forged = {};
  let nonce = "";
  const bodies: Readonly<Record<string, () => unknown>> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ["RS256"],
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
    }),
    "/jwks": () => ({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "k", use: "sig", alg: "RS256" }] }),
    "/token": () => ({
      access_token: "a",
      token_type: "Bearer",
      id_token: token(issuer, nonce, forged, forged.signature === "stranger" ? stranger.privateKey : own.privateKey),
    }),
  };
  server.on("request", (request: IncomingMessage, response) => {
    const body = bodies[new URL(request.url ?? "/", issuer).pathname];
    response.writeHead(body ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(body?.() ?? {}));
  });
  return {
    issuer,
    /** The next token is like this; otherwise as it should be, for the sign-in of `address`. */
    next(address: string, like: Forged): string {
      const asked = new URL(address).searchParams;
      nonce = asked.get("nonce") ?? "";
      forged = like;
      return `?code=c&state=${asked.get("state")}`;
    },
    stop: () => close(server),
  };
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function token(issuer: string, nonce: string, { claims, header, signature }: Forged, key: KeyObject): string {
  const at = Math.floor(Date.now() / 1000);
  const payload = { iss: issuer, aud: CLIENT.id, sub: "forged", nonce, iat: at, exp: at + 300, ...claims };
  const signed = `${part({ alg: "RS256", kid: "k", ...header })}.${part(payload)}`;
  return `${signed}.${signature === "none" ? "" : sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}
