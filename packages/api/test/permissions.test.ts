import { expect, test } from "vitest";
import {
  ADMINISTRATOR_POSTS,
  type Decision,
  may,
  PERMISSION_OF_ROUTE,
  PERMISSIONS,
  PERMISSIONS_OF_POST,
  type Permission,
} from "../src/index";
import type * as routes from "../src/routes";

type OperationOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${Uppercase<M>} ${P}`
  : never;
type Operation = { [K in keyof typeof routes]: OperationOf<(typeof routes)[K]> }[keyof typeof routes];

// Were an operation any text, nothing below would be checked.
const named: string extends Operation ? never : true = true;
const nowhere: "GET /api/nowhere" extends Operation ? never : true = true;

// Neither compiles when an operation has no decision, or a decision no operation.
const everyOperation: Readonly<Record<Operation, Decision>> = PERMISSION_OF_ROUTE;
const everyDecision: readonly Operation[] = Object.keys(PERMISSION_OF_ROUTE) as (keyof typeof PERMISSION_OF_ROUTE)[];

test("every operation has a decision, and every decision an operation", () => {
  expect([named, nowhere]).toEqual([true, true]);
  expect(Object.keys(everyOperation)).toEqual(everyDecision);
});

test("the three administrator posts share no permission with each other or with the business", () => {
  const shared = (a: readonly Permission[], b: readonly Permission[]) =>
    a.filter((permission) => b.includes(permission));
  for (const post of ADMINISTRATOR_POSTS)
    for (const [other, permissions] of Object.entries(PERMISSIONS_OF_POST))
      if (other !== post) expect(shared(PERMISSIONS_OF_POST[post], permissions)).toEqual([]);
});

test("every permission is held by some post, and an unknown post has none", () => {
  const held = new Set(Object.values(PERMISSIONS_OF_POST).flat());
  expect(PERMISSIONS.filter((permission) => !held.has(permission))).toEqual([]);
  expect(PERMISSIONS.filter((permission) => may("local", permission) || may("constructor", permission))).toEqual([]);
});
