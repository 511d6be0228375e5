import { expect, test } from "vitest";
import { ACCOUNT_KINDS, DEFAULT_POLICY, KIND_OF_POST, POSTS, POSTS_OF_KIND, passwordProblems } from "../src/index";

const problems = (password: string) => passwordProblems(password, ["zhangwei", "张伟"], DEFAULT_POLICY);

test.each([
  ["Aa1-aaaaaaa", []],
  ["Aa1-aaaaa", ["length"]],
  ["aaaaaaaaa1", ["classes"]],
  ["Aa1-zhangWEI", ["name"]],
  ["Aa1-iewgnahz", ["name"]],
  ["张伟-2026-Aa", ["name"]],
  ["Ａａ１－ｚｈａｎｇｗｅｉ", ["name"]],
  ["监督全覆盖-2026", ["classes"]],
  ["监督全覆盖-2026a", []],
  ["Admin@2026!!", ["common"]],
  ["P@ssw0rd2026", ["common"]],
  ["1qaz!QAZ2wsx", []],
  ["Qwer1234!@#$", ["common"]],
  ["Tianyan@2026", ["common"]],
  ["1234567890-=", ["classes", "common"]],
])("%s as a password: %j", (password, expected) => {
  expect(problems(password)).toEqual(expected);
});

test("every post belongs to one kind of account, and every administrator's kind has no other post", () => {
  const listed = ACCOUNT_KINDS.flatMap((kind) => POSTS_OF_KIND[kind].map((post): [string, string] => [post, kind]));
  expect(listed.map(([post]) => post).sort()).toEqual([...POSTS].sort());
  expect(Object.entries(KIND_OF_POST).sort()).toEqual(listed.sort());
  for (const kind of ["system", "security", "audit"] as const) expect(POSTS_OF_KIND[kind]).toHaveLength(1);
});
