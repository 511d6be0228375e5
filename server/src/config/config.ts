import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "@tianyan/ingest";
import { z } from "zod";

/** The checkout: everything with a default place lies in it. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const EnvironmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().optional(),
  DEMO: z.string().optional(),
  DEMO_ORDERS: z.coerce.number().int().min(1).max(5_000_000).default(200_000),
  INBOX: z.string().optional(),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(1_048_576).default(2_048),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the built-in PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Load the invented county into an empty database. */
  readonly demo: boolean;
  /** Watched folder: what is put there is imported. */
  readonly inbox: string;
  /** Bytes of one uploaded file. */
  readonly uploadLimit: number;
  /** How many orders that county has. */
  readonly demoOrders: number;
}

/** Reads the environment (formats.md); throws a Refusal that names the variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = EnvironmentSchema.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new Refusal("config.invalid", {
      zh: `环境变量 ${name} 的值“${env[name] ?? ""}”不可用，请更正。`,
      en: `The environment variable ${name} cannot be "${env[name] ?? ""}": correct it.`,
    });
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, DEMO, DEMO_ORDERS, INBOX, UPLOAD_LIMIT_MB } = parsed.data;
  const dataDir = resolve(ROOT, DATA_DIR ?? ".data");
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL ?? null,
    dataDir,
    demo: DEMO?.toLowerCase() !== "off",
    inbox: INBOX === undefined ? join(dataDir, "inbox") : resolve(ROOT, INBOX),
    uploadLimit: UPLOAD_LIMIT_MB * 1024 * 1024,
    demoOrders: DEMO_ORDERS,
  };
}
