import {
  ApiError,
  type ChangePassword,
  type PasswordProblem,
  type Policy,
  passwordProblems,
  type Text,
} from "@tianyan/api";
import {
  endSessions,
  latestPasswords,
  type Runner,
  removeLinks,
  renewSession,
  setPassword,
  type VisitRow,
  visitOfSession,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { hashPassword, isPassword } from "../../auth/passwords";
import { policyOf } from "../../auth/policy";
import { newToken } from "../../auth/tokens";
import { stepOf } from "../../auth/visit";
import { record } from "../audit/record";
import type { Services } from "../services";
import { attempt, refuse, succeed } from "./attempt";
import { personOf } from "./person";

const DENIED = { code: "password.denied", action: "session.refused" } as const;

/** Chooses a password; all other sessions of the person end. The new token for the cookie. */
export async function choosePassword(
  services: Services,
  actor: Actor,
  { current, password }: ChangePassword,
): Promise<string> {
  const { db, now } = services;
  const { account, session } = personOf(actor);
  const visit = await visitOfSession(db.sql, session, now());
  if (!visit) throw new ApiError("session.required");
  if (visit.demo) throw new ApiError("account.demo");
  if (!["password", "open"].includes(stepOf(visit, now()))) throw new ApiError("session.unfinished");
  if (!visit.must_choose_password) await provePresent(services, actor, visit, current ?? "");
  await refuseUnusable(db.sql, visit, password, policyOf(visit.policy));
  const hashed = await hashPassword(password);
  const { text, sha256 } = newToken();
  await db.sql.begin(async (tx) => {
    await setPassword(tx, account, hashed, now());
    await removeLinks(tx, account);
    await endSessions(tx, { account, but: session });
    if (!(await renewSession(tx, session, sha256, { passwordChosen: true }))) throw new ApiError("session.required");
    const subject = { type: "account", id: account };
    await record(tx, actor, { action: "account.password", subject, outcome: "done" });
  });
  return text;
}

async function provePresent(services: Services, actor: Actor, { account, has_password }: VisitRow, current: string) {
  if (!has_password) throw new ApiError("password.none");
  const tried = await attempt(services, actor, { account });
  const right = await isPassword(tried.account?.password ?? null, current);
  if (!right) return refuse(services, actor, tried, DENIED);
  return services.db.sql.begin((tx) => succeed(tx, tried, false));
}

/** Throws `password.weak` or `password.used`. */
export async function refuseUnusable(
  sql: Runner,
  { account, login, name }: Pick<VisitRow, "account" | "login" | "name">,
  password: string,
  policy: Policy,
): Promise<void> {
  const problems = passwordProblems(password, [login, name], policy);
  if (problems.length > 0) throw new ApiError("password.weak", { detail: weakness(problems, policy) });
  // The present one may not be chosen again, whatever the history keeps.
  for (const before of await latestPasswords(sql, account, Math.max(1, policy.password_history)))
    if (await isPassword(before, password)) throw new ApiError("password.used");
}

function weakness(problems: readonly PasswordProblem[], { password_length, password_classes }: Policy): Text {
  const words: Readonly<Record<PasswordProblem, Text>> = {
    length: { zh: `至少 ${password_length} 个字符`, en: `at least ${password_length} characters` },
    classes: {
      zh: `小写字母、大写字母、数字、其他字符中至少 ${password_classes} 类`,
      en: `at least ${password_classes} of small letters, capitals, digits and others`,
    },
    common: { zh: "不用常见词加数字", en: "no common word with digits" },
    name: { zh: "不得含有姓名或账号名", en: "neither the name nor the login in it" },
  };
  return {
    zh: `要求：${problems.map((problem) => words[problem].zh).join("；")}。`,
    en: `Wanted: ${problems.map((problem) => words[problem].en).join("; ")}.`,
  };
}
