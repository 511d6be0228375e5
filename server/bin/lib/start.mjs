import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { runNode } from "./child.mjs";
import { install } from "./install.mjs";
import { fromRoot } from "./paths.mjs";
import { explainFailures } from "./say.mjs";
import { buildWeb } from "./web.mjs";

/** Installs and builds what is missing, then runs the server in this terminal until it ends. */
export function start() {
  return explainFailures(async () => {
    await install();
    await buildWeb();
    // `--import` rather than a loader of ours: worker threads of the server inherit it.
    const tsx = pathToFileURL(createRequire(fromRoot("package.json")).resolve("tsx")).href;
    const server = await runNode(
      ["--enable-source-maps", "--import", tsx, fromRoot("server/src/main.ts"), ...process.argv.slice(2)],
      { ownGroup: true },
    );
    process.exitCode = server.code;
  });
}
