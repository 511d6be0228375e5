import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, readConfig } from "../src/config/config";

test("without any environment: 127.0.0.1:8787, the built-in database in .data, the demo county", () => {
  expect(readConfig({})).toEqual({
    port: 8787,
    host: "127.0.0.1",
    databaseUrl: null,
    dataDir: join(ROOT, ".data"),
    demo: true,
    demoOrders: 200_000,
    inbox: join(ROOT, ".data", "inbox"),
    uploadLimit: 2_048 * 1024 * 1024,
    key: null,
    keysFolder: join(ROOT, ".data", "keys"),
    publicUrl: null,
    proxies: expect.anything(),
    logLevel: null,
    metricsToken: null,
    requestsPerMinute: 6_000,
    stopWaitMs: 0,
    webhookHosts: [],
    signOn: null,
    mail: null,
  });
});

test("what the environment says counts, and an empty variable says nothing", () => {
  const config = readConfig({
    PORT: "80",
    DATABASE_URL: "postgres://x/y",
    DATA_DIR: "/srv/t",
    DEMO: "off",
    DEMO_ORDERS: "1000",
    INBOX: "/srv/in",
    UPLOAD_LIMIT_MB: "10",
    HOST: "",
    PUBLIC_URL: "https://tianyan.example:8443/",
    LOG_LEVEL: "debug",
    METRICS_TOKEN: "0123456789abcdef",
    REQUESTS_PER_MINUTE: "600",
    WEBHOOK_HOSTS: " Case.county.gov.cn, 10.2.0.8,",
  });
  expect(config).toMatchObject({
    port: 80,
    host: "127.0.0.1",
    databaseUrl: "postgres://x/y",
    dataDir: "/srv/t",
    demo: false,
    demoOrders: 1_000,
    inbox: "/srv/in",
    uploadLimit: 10 * 1024 * 1024,
    publicUrl: "https://tianyan.example:8443",
    webhookHosts: ["case.county.gov.cn", "10.2.0.8"],
    logLevel: "debug",
    metricsToken: "0123456789abcdef",
    requestsPerMinute: 600,
  });
});

test.each(["eighty", "70000", "-1", "1.5"])("PORT=%s is refused by name", (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(/PORT/);
});

test.each([
  { PUBLIC_URL: "tianyan.example" },
  { PUBLIC_URL: "https://tianyan.example/path" },
  { PUBLIC_URL: "ftp://tianyan.example" },
  { TRUSTED_PROXIES: "10.0.0.0/8, gateway" },
  { LOG_LEVEL: "loud" },
  { METRICS_TOKEN: "short" },
  { OIDC_ISSUER: "not an address" },
])("%o is refused by name", (env) => {
  expect(() => readConfig(env)).toThrow(new RegExp(Object.keys(env).join()));
});

test("a secret that cannot be used is named, and not repeated", () => {
  expect(() => readConfig({ METRICS_TOKEN: "geheim" })).toThrow(/METRICS_TOKEN/);
  expect(() => readConfig({ METRICS_TOKEN: "geheim" })).not.toThrow(/geheim/);
});

test("a single sign-on needs all of its settings, and names the one that is missing", () => {
  const env = {
    OIDC_ISSUER: "https://sso.example",
    OIDC_CLIENT_ID: "tianyan",
    OIDC_CLIENT_SECRET: "s3cret",
    PUBLIC_URL: "https://tianyan.example",
    OIDC_ALLOW_HOSTS: "sso.example, 10.0.0.7",
  };
  expect(readConfig(env).signOn).toMatchObject({
    issuer: "https://sso.example",
    redirectUri: "https://tianyan.example/api/session/oidc/callback",
    allowHosts: ["sso.example", "10.0.0.7"],
    loginClaim: null,
  });
  for (const name of ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "PUBLIC_URL"])
    expect(() => readConfig({ ...env, [name]: "" })).toThrow(new RegExp(name));
});
