import type { Text } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import type { Database, Runner } from "@tianyan/db";
import type { Keyring } from "../keys/keyring";
import type { Mail } from "../outgoing/mail";

/** What every service may use beside its arguments. */
export interface Services {
  /** Accounts, sessions, audit; business data only through `asActor`. */
  readonly db: Database;
  /** Records, judges and takes back: sees and writes all business data. */
  readonly work: Database;
  /** Encrypts what is of persons, and opens it again. */
  readonly keys: Keyring;
  /** The only clock. */
  readonly now: () => Instant;
  readonly version: string;
  /** How mail leaves the house; absent: it does not. */
  readonly mail?: Mail | null;
  /** What the button of the single sign-on says; absent: there is none. */
  readonly signOnName?: Text | null;
}

/** What a question needs that changes nothing. */
export interface Reader {
  readonly db: { readonly sql: Runner };
  readonly now: () => Instant;
}
