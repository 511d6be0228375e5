import { z } from "zod";
import type { Text } from "../shared/values";

/** What a person may be appointed to. */
export const POSTS = [
  "inspector",
  "liaison",
  "leader",
  "unit_contact",
  "data_steward",
  "rule_keeper",
  "system_admin",
  "security_admin",
  "auditor",
] as const;

/** An account is of one kind for good: it decides which posts its person can ever hold. */
export const ACCOUNT_KINDS = ["commission", "unit", "system", "security", "audit"] as const;

export const PostSchema = z.enum(POSTS);
export const AccountKindSchema = z.enum(ACCOUNT_KINDS);

export type Post = (typeof POSTS)[number];
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
export type BusinessPost = Exclude<Post, AdministratorPost>;
export type AdministratorPost = (typeof ADMINISTRATOR_POSTS)[number];

export const ADMINISTRATOR_POSTS = ["system_admin", "security_admin", "auditor"] as const;

/**
 * The one table of allowed combinations: posts that one person may hold together. The database repeats it as a constraint, so that
 * the three administrators stay apart from each other and from business.
 */
export const POSTS_OF_KIND = {
  commission: ["inspector", "liaison", "leader", "data_steward", "rule_keeper"],
  unit: ["unit_contact"],
  system: ["system_admin"],
  security: ["security_admin"],
  audit: ["auditor"],
} as const satisfies Record<AccountKind, readonly Post[]>;

export const KIND_OF_POST = Object.fromEntries(
  ACCOUNT_KINDS.flatMap((kind) => POSTS_OF_KIND[kind].map((post) => [post, kind])),
) as Readonly<Record<Post, AccountKind>>;

export const isAdministrator = (post: string): post is AdministratorPost =>
  (ADMINISTRATOR_POSTS as readonly string[]).includes(post);

export const POST_TEXTS: Readonly<Record<Post, Text>> = {
  inspector: { zh: "监督员", en: "Inspector" },
  liaison: { zh: "联络员", en: "Liaison officer" },
  leader: { zh: "领导", en: "Leader" },
  unit_contact: { zh: "承办单位联系人", en: "Unit contact" },
  data_steward: { zh: "数据管理员", en: "Data steward" },
  rule_keeper: { zh: "规则管理员", en: "Rule keeper" },
  system_admin: { zh: "系统管理员", en: "System administrator" },
  security_admin: { zh: "安全管理员", en: "Security administrator" },
  auditor: { zh: "审计管理员", en: "Auditor" },
};
