import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@tianyan/ingest";
import { KEY_BYTES, type MasterKey, masterKey, readSecret } from "./master-key";

/** Where the keys of this installation are: in the environment, or in files that only its user reads. */
export interface KeyStore {
  /** All that are there now, the one to use first. */
  keys(): readonly MasterKey[];
  /** Makes another; null where keys are given from outside. */
  make(): MasterKey | null;
  /** What messages call the place. */
  readonly place: string;
  /** Given from outside, the current one first; else the database says which is. */
  readonly given: boolean;
}

const FILE = /^([0-9a-f]{8})\.key$/;

/** `given`: the value of TIANYAN_KEY, several separated by commas, the current one first. Throws a Refusal for one that is none. */
export function openKeyStore(given: string | null, folder: string): KeyStore {
  return given === null ? inFolder(folder) : inEnvironment(given);
}

function inEnvironment(given: string): KeyStore {
  const keys = given.split(",").map((text) => {
    const secret = readSecret(text);
    if (secret) return masterKey(secret);
    throw new Refusal("config.key_invalid", {
      zh: "环境变量 TIANYAN_KEY 不可用：须为 32 字节的 base64 或 64 位十六进制（可用 openssl rand -base64 32 生成），更换时新旧以逗号分隔、新的在前。",
      en: "TIANYAN_KEY cannot be used: it takes 32 bytes in base64 or hex (openssl rand -base64 32 makes one); to rotate, the new one, a comma, the old one.",
    });
  });
  return { keys: () => keys, make: () => null, place: "TIANYAN_KEY", given: true };
}

function inFolder(folder: string): KeyStore {
  const read = (name: string): MasterKey[] => {
    const secret = readSecret(readFileSync(join(folder, name), "utf8"));
    const key = secret && masterKey(secret);
    return key && name === `${key.id}.key` ? [key] : [];
  };
  return {
    place: folder,
    given: false,
    keys() {
      try {
        return readdirSync(folder)
          .filter((name) => FILE.test(name))
          .sort()
          .flatMap(read);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
        throw error;
      }
    },
    make() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const secret = randomBytes(KEY_BYTES);
      const key = masterKey(secret);
      const file = openSync(join(folder, `${key.id}.key`), "wx", 0o600);
      try {
        writeSync(file, `${secret.toString("base64")}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return key;
    },
  };
}
