// `pnpm verify`: all that needs no database and no browser. Syntax here stays old, as in start.mjs.
import { checkNode } from "./lib/node-version.mjs";

if (checkNode()) import("./lib/test.mjs").then((module) => module.test("verify"));
