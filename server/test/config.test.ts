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
  });
  expect(config).toEqual({
    port: 80,
    host: "127.0.0.1",
    databaseUrl: "postgres://x/y",
    dataDir: "/srv/t",
    demo: false,
    demoOrders: 1_000,
    inbox: "/srv/in",
    uploadLimit: 10 * 1024 * 1024,
  });
});

test.each(["eighty", "70000", "-1", "1.5"])("PORT=%s is refused by name", (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(/PORT/);
});
