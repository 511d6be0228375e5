import type { Permission, Post } from "@tianyan/api";
import type { Instant } from "@tianyan/core";

/** What somebody may see; null: everything. */
export interface ActorScope {
  readonly sources: readonly string[] | null;
  readonly districts: readonly string[] | null;
  /** Codes; each stands for all below it. */
  readonly units: readonly string[] | null;
}

/** Who acts, in which post and scope: an argument of every service. */
export interface Actor {
  /** Id of the account; null for the machine itself. */
  readonly account: string | null;
  readonly name: string;
  /** `machine` delivers rows under a key, `follower` reads under one; `nobody` has not signed in. */
  readonly post: Post | "system" | "machine" | "follower" | "nobody";
  /** What the key is for, of what its post may; absent: all of that. */
  readonly grants?: readonly Permission[];
  readonly scope: ActorScope;
  /** Codes of units whose cases are out of sight: the person's own, which stands for all below it. */
  readonly recused: readonly string[];
  readonly session: string | null;
  /** When this session last gave a second factor. */
  readonly factorAt: Instant | null;
  readonly requestId: string;
  /** Of the peer; "" for the machine itself. */
  readonly address: string;
}

export const EVERYTHING: ActorScope = { sources: null, districts: null, units: null };

/** The command line, jobs and the watched folder. */
export const SYSTEM_ACTOR: Actor = {
  account: null,
  name: "system",
  post: "system",
  scope: EVERYTHING,
  recused: [],
  session: null,
  factorAt: null,
  requestId: "-",
  address: "",
};

const NOTHING: ActorScope = { sources: [], districts: [], units: [] };

/** Whoever asks without being signed in. */
export const nobody = (requestId: string, address: string): Actor => ({
  ...SYSTEM_ACTOR,
  name: "",
  post: "nobody",
  scope: NOTHING,
  requestId,
  address,
});
