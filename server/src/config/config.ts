import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "@tianyan/ingest";
import { z } from "zod";
import { type Proxies, readProxies } from "../http/address";
import { LOG_LEVELS, type LogLevel } from "../logs/log";
import { MAIL_VARIABLES, type MailConfig, readMail } from "./mail";
import { readSignOn, SIGN_ON_VARIABLES, type SignOnConfig } from "./sign-on";

/** The checkout: everything with a default place lies in it. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

type Refine = z.RefinementCtx;

/** Its origin: scheme, host and port; a path would need pages that know it. */
function readPublicUrl(text: string | undefined, context: Refine): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username)
    return url.origin;
  context.addIssue({ code: "custom" });
  return z.NEVER;
}

function readTrusted(text: string, context: Refine): Proxies {
  const proxies = readProxies(text);
  if (proxies) return proxies;
  context.addIssue({ code: "custom" });
  return z.NEVER;
}

const hosts = (text: string): string[] =>
  text
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== "");

const EnvironmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().optional(),
  TIANYAN_KEY: z.string().optional(),
  DEMO: z.string().optional(),
  DEMO_ORDERS: z.coerce.number().int().min(1).max(5_000_000).default(200_000),
  INBOX: z.string().optional(),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(1_048_576).default(2_048),
  PUBLIC_URL: z.string().optional().transform(readPublicUrl),
  TRUSTED_PROXIES: z.string().default("").transform(readTrusted),
  LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).max(10_000_000).default(6_000),
  WEBHOOK_HOSTS: z.string().default("").transform(hosts),
  STOP_WAIT_SECONDS: z.coerce.number().int().min(0).max(600).default(0),
  ...SIGN_ON_VARIABLES,
  ...MAIL_VARIABLES,
});

/** Their values are not repeated when they are wrong. */
const SECRETS = new Set(["DATABASE_URL", "TIANYAN_KEY", "METRICS_TOKEN", "OIDC_CLIENT_SECRET", "SMTP_URL"]);

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the built-in PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** By which personal data are encrypted, given from outside; null: in files of `keysFolder`. */
  readonly key: string | null;
  readonly keysFolder: string;
  /** Load the invented county into an empty database. */
  readonly demo: boolean;
  /** Watched folder: what is put there is imported. */
  readonly inbox: string;
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number;
  /** How many orders that county has. */
  readonly demoOrders: number;
  /** Origin under which people reach it; null: only as it listens. */
  readonly publicUrl: string | null;
  /** Proxies whose word about the peer's address is believed. */
  readonly proxies: Proxies;
  /** Null: `info`, on a terminal `warn`. */
  readonly logLevel: LogLevel | null;
  /** Null: metrics are for this machine alone. */
  readonly metricsToken: string | null;
  /** Of one session. */
  readonly requestsPerMinute: number;
  /** How long it still takes requests when it was told to stop, so that whoever shares them out can notice. */
  readonly stopWaitMs: number;
  /** Hosts of systems that may be told what became of cases and findings. */
  readonly webhookHosts: readonly string[];
  /** Null: people sign in here alone. */
  readonly signOn: SignOnConfig | null;
  /** Null: no mail leaves the house. */
  readonly mail: MailConfig | null;
}

/** Reads the environment (formats.md); throws a Refusal that names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = EnvironmentSchema.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    const value = SECRETS.has(name) ? { zh: "", en: "" } : { zh: `“${env[name] ?? ""}”`, en: ` "${env[name] ?? ""}"` };
    throw new Refusal("config.invalid", {
      zh: `环境变量 ${name} 的值${value.zh}不可用，请更正。`,
      en: `The environment variable ${name} cannot be${value.en || " as it is"}: correct it.`,
    });
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, DEMO, DEMO_ORDERS, INBOX, UPLOAD_LIMIT_MB } = parsed.data;
  const { TIANYAN_KEY, PUBLIC_URL, TRUSTED_PROXIES, LOG_LEVEL, METRICS_TOKEN, REQUESTS_PER_MINUTE, STOP_WAIT_SECONDS } =
    parsed.data;
  const { WEBHOOK_HOSTS } = parsed.data;
  const dataDir = resolve(ROOT, DATA_DIR ?? ".data");
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL ?? null,
    dataDir,
    key: TIANYAN_KEY ?? null,
    keysFolder: join(dataDir, "keys"),
    demo: DEMO?.toLowerCase() !== "off",
    inbox: INBOX === undefined ? join(dataDir, "inbox") : resolve(ROOT, INBOX),
    uploadLimit: UPLOAD_LIMIT_MB * 1024 * 1024,
    demoOrders: DEMO_ORDERS,
    publicUrl: PUBLIC_URL,
    proxies: TRUSTED_PROXIES,
    logLevel: LOG_LEVEL ?? null,
    metricsToken: METRICS_TOKEN ?? null,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    stopWaitMs: STOP_WAIT_SECONDS * 1_000,
    webhookHosts: WEBHOOK_HOSTS,
    signOn: readSignOn(parsed.data),
    mail: readMail(parsed.data),
  };
}

/** Where people reach it; `port`: the one that is listened on. */
export function publicAddress({ publicUrl, host, port: set }: Config, port = set): string {
  return publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
