import { isCommonPassword } from "./common-passwords";
import type { Policy } from "./policy";

/** Why a password cannot be one: too short, too few classes of characters, its person's name or login in it, or tried first by everybody. */
export type PasswordProblem = "length" | "classes" | "name" | "common";

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const;

/** Characters that look alike are one: what is typed under another input method is the same password. */
export const normalPassword = (password: string): string => password.normalize("NFKC");

/** All that is wrong with a password as it is; whether it was used before only the server knows. */
export function passwordProblems(
  password: string,
  names: readonly string[],
  { password_length, password_classes }: Pick<Policy, "password_length" | "password_classes">,
): readonly PasswordProblem[] {
  const normal = normalPassword(password);
  const plain = normal.toLowerCase();
  const named = names.map((name) => normalPassword(name).toLowerCase()).filter((name) => [...name].length > 1);
  const problems: PasswordProblem[] = [];
  if ([...normal].length < password_length) problems.push("length");
  if (CLASSES.filter((found) => found.test(normal)).length < password_classes) problems.push("classes");
  if (named.some((name) => plain.includes(name) || plain.includes([...name].reverse().join("")))) problems.push("name");
  if (isCommonPassword(normal)) problems.push("common");
  return problems;
}
