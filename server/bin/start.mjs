// `npm start`: Node and npm are enough. Syntax here stays old, so that an old Node can still say what is wrong.
import { checkNode } from "./lib/node-version.mjs";

if (checkNode()) import("./lib/start.mjs").then((module) => module.start());
