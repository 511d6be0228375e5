import type { Post } from "../accounts/posts";
import type { Permission } from "./permissions";

/** Posts of people, a machine that delivers rows under a key, and one that follows what becomes of them. */
type Holder = Post | "machine" | "follower";

/** What everybody of the commission reads to do the work at all. */
const READING = [
  "findings.read",
  "digests.read",
  "decisions.read",
  "views.write",
  "orders.read",
  "overview.read",
  "units.read",
  "rules.read",
  "sources.read",
  "registry.read",
] as const satisfies readonly Permission[];

/** Whoever works on supervision cases. */
const CASES = [
  "cases.read",
  "cases.comment",
  "cases.files",
  "measures.read",
  "papers.read",
  "papers.move",
] as const satisfies readonly Permission[];

/** The three administrators have nothing of the business, and the business nothing of theirs. */
export const PERMISSIONS_OF_POST: Readonly<Record<Holder, readonly Permission[]>> = {
  inspector: [
    ...READING,
    ...CASES,
    "cases.write",
    "papers.write",
    "findings.decide",
    "export",
    "personal.unmask",
    "personal.search",
  ],
  liaison: [
    ...READING,
    ...CASES,
    "cases.write",
    "cases.people",
    "papers.write",
    "papers.reply",
    "papers.templates",
    "findings.decide",
    "export",
    "personal.unmask",
    "personal.search",
  ],
  leader: [...READING, ...CASES, "cases.approve", "cases.people", "export"],
  unit_contact: [
    "findings.read",
    "digests.read",
    "findings.explain",
    "orders.read",
    "units.read",
    "rules.read",
    "sources.read",
    "measures.read",
    "cases.report",
    "papers.read",
    "papers.reply",
  ],
  data_steward: [
    ...READING,
    "imports.read",
    "imports.write",
    "registry.write",
    "profiles.read",
    "profiles.write",
    "keys.read",
    "keys.write",
  ],
  rule_keeper: [...READING, "export", "cases.deadlines"],
  system_admin: ["metrics.read", "following.read", "following.write"],
  security_admin: ["accounts.read", "accounts.write", "sessions.read", "sessions.end", "policy.read", "policy.write"],
  auditor: ["audit.read"],
  machine: ["ingest.write"],
  // At most: each key says which of these it may.
  follower: ["feed.read", "findings.read", "cases.read"],
};

/** The system itself (commands, jobs, the watched folder) may do everything; an unknown post nothing. */
export const may = (post: string, permission: Permission): boolean =>
  post === "system" ||
  (Object.hasOwn(PERMISSIONS_OF_POST, post) && PERMISSIONS_OF_POST[post as Holder].includes(permission));
