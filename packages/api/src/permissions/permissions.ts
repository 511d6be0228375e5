/** Everything that a post may be allowed to do. */
export const PERMISSIONS = [
  "findings.read",
  "decisions.read",
  "findings.decide",
  "findings.explain",
  "views.write",
  "orders.read",
  "cases.read",
  "cases.write",
  "cases.approve",
  "cases.people",
  "cases.report",
  "measures.read",
  "overview.read",
  "units.read",
  "rules.read",
  "sources.read",
  "export",
  "personal.unmask",
  "personal.search",
  "imports.read",
  "imports.write",
  "ingest.write",
  "registry.read",
  "registry.write",
  "profiles.read",
  "profiles.write",
  "keys.read",
  "keys.write",
  "accounts.read",
  "accounts.write",
  "sessions.read",
  "sessions.end",
  "policy.read",
  "policy.write",
  "audit.read",
  "metrics.read",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What a route asks for: a permission; that somebody is signed in (`self`), or still signing in (`entering`); or nothing. */
export type Decision = Permission | "self" | "entering" | "public";
