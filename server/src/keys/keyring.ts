import type { Caller, FileKey } from "@tianyan/ingest";
import { decrypt, encrypt } from "./cipher";
import { derived, type MasterKey, type Purpose } from "./master-key";
import { hashOf, type Looked, numberInKey, plainNumber } from "./numbers";

/** What is stored of a caller; bytes in base64, so that it can go through staging as JSON. */
export interface SealedCaller {
  readonly key_id: string;
  readonly sealed: string;
  readonly digest: string;
  readonly phone_hash: string | null;
  readonly id_hash: string | null;
}

/** A small secret, encrypted by the key of this id. */
export interface Wrapped {
  readonly keyId: string;
  readonly sealed: Buffer;
}

/** Encrypts what is of persons, opens it again, and makes the hashes by which it is found. */
export interface Keyring {
  /** Id of the key that encrypts now. */
  readonly current: string;
  /** Encrypts by this key from now on, where it is there: another process may have made it. */
  follow(id: string): void;
  sealCaller(orderId: string, caller: Caller): SealedCaller;
  /** Throws where the key is not there, or the bytes are not what was sealed for this order. */
  openCaller(orderId: string, keyId: string, sealed: Buffer): Caller;
  /** The same caller under the current key; the digest stays. */
  reseal(orderId: string, keyId: string, sealed: Buffer): string;
  /** Null where nothing of a number is written there. */
  hash(by: Looked, written: string): Buffer | null;
  /** The key by which calls of one citizen belong together: as given, or a keyed hash where that, or nothing, would tell who it is. */
  citizenKey(given: string, caller: Caller | null): string;
  /** A text for a file that leaves the house, which only this installation can read. */
  conceal(text: string): string;
  /** Texts with everything that was concealed in them. */
  reveal(text: string): string;
  /** Encrypts a small secret, as the key of one file, so that another key can take it over; `bound` says whose it is. */
  wrap(secret: Buffer, bound: string): Wrapped;
  /** Throws where the key is not there, or it is not what was wrapped for `bound`. */
  unwrap(wrapped: Wrapped, bound: string): Buffer;
  /** By which files are encrypted now. */
  readonly forFiles: FileKey;
  /** Key for files, by its id; null where it is not there. */
  fileKey(id: string): Buffer | null;
}

export class MissingKey extends Error {
  constructor(id: string) {
    super(`the key ${id} is not there`);
  }
}

const OPEN = "⟦密:";
const CLOSE = "⟧";
const TOKEN = /⟦密:([0-9a-f]{8})\.([A-Za-z0-9_-]{40,})⟧/g;
const base64 = (bytes: Buffer | null): string | null => bytes?.toString("base64") ?? null;

/** `find`: looks for a key again that was made since; `index`: key of the hashes. */
export function createKeyring(current: MasterKey, find: (id: string) => MasterKey | null, index: Buffer): Keyring {
  let now = current;
  const keys = new Map<string, Buffer | null>();
  const keyFor = (id: string, purpose: Purpose): Buffer | null => {
    const name = `${id} ${purpose}`;
    const known = keys.get(name);
    if (known) return known;
    const master = id === now.id ? now : find(id);
    const key = master && derived(master, purpose);
    keys.set(name, key);
    return key;
  };
  const hash = (by: Looked, written: string): Buffer | null => {
    const plain = plainNumber(by, written);
    return plain === "" ? null : hashOf(index, by, plain);
  };
  const open = (orderId: string, keyId: string, sealed: Buffer): Buffer => {
    const key = keyFor(keyId, "callers");
    if (!key) throw new MissingKey(keyId);
    const plain = decrypt(key, sealed, orderId);
    if (!plain) throw new Error(`what is stored of the caller was not sealed by the key ${keyId} for this order`);
    return plain;
  };
  const seal = (orderId: string, plain: Buffer | string): string =>
    encrypt(keyFor(now.id, "callers") ?? Buffer.alloc(0), plain, orderId).toString("base64");
  return {
    get current() {
      return now.id;
    },
    follow(id) {
      now = (id === now.id ? null : find(id)) ?? now;
    },
    hash,
    sealCaller(orderId, { name, phone, idNumber, address }) {
      const text = JSON.stringify([name, phone, idNumber, address]);
      return {
        key_id: now.id,
        sealed: seal(orderId, text),
        digest: hashOf(index, "caller", text).toString("base64"),
        phone_hash: base64(hash("phone", phone)),
        id_hash: base64(hash("id_number", idNumber)),
      };
    },
    openCaller(orderId, keyId, sealed) {
      const parts = JSON.parse(open(orderId, keyId, sealed).toString("utf8")) as readonly string[];
      const [name = "", phone = "", idNumber = "", address = ""] = parts;
      return { name, phone, idNumber, address };
    },
    reseal: (orderId, keyId, sealed) => seal(orderId, open(orderId, keyId, sealed)),
    citizenKey(given, caller) {
      const said = given === "" ? null : numberInKey(given);
      if (given !== "" && said === null) return given;
      const found = said
        ? hash(said, given)
        : (hash("phone", caller?.phone ?? "") ?? hash("id_number", caller?.idNumber ?? ""));
      return found ? `k.${found.toString("base64url")}` : given;
    },
    conceal(text) {
      const sealed = encrypt(keyFor(now.id, "tokens") ?? Buffer.alloc(0), text, "token");
      return `${OPEN}${now.id}.${sealed.toString("base64url")}${CLOSE}`;
    },
    reveal(text) {
      if (!text.includes(OPEN)) return text;
      return text.replace(TOKEN, (token, id: string, sealed: string) => {
        const key = keyFor(id, "tokens");
        return (key && decrypt(key, Buffer.from(sealed, "base64url"), "token")?.toString("utf8")) ?? token;
      });
    },
    wrap: (secret, bound) => ({
      keyId: now.id,
      sealed: encrypt(keyFor(now.id, "wraps") ?? Buffer.alloc(0), secret, bound),
    }),
    unwrap({ keyId, sealed }, bound) {
      const key = keyFor(keyId, "wraps");
      if (!key) throw new MissingKey(keyId);
      const secret = decrypt(key, sealed, bound);
      if (!secret) throw new Error(`what is stored of ${bound} was not wrapped by the key ${keyId} for it`);
      return secret;
    },
    get forFiles() {
      return { id: now.id, key: keyFor(now.id, "files") ?? derived(now, "files") };
    },
    fileKey: (id) => keyFor(id, "files"),
  };
}
