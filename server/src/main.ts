/** What `npm start` runs: the whole product on one port. */
import { readConfig } from "./config/config";
import type { DemoLink } from "./services/accounts/demo";
import { wordsOf } from "./start/failures";
import { serve } from "./start/serve";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort(new Error(name)));

const say = ({ zh, en }: { readonly zh: string; readonly en: string }): void => {
  process.stderr.write(`${zh} / ${en}\n`.replaceAll(/[\r\n]+(?=.)/g, " "));
};

/** How to get in: each link once. */
const demoLines = (demo: readonly DemoLink[]): string =>
  demo.length === 0
    ? ""
    : `演示人员的登录链接，每个限用一次 / Sign in as one of the demo people; each link works once (pnpm tianyan demo links):
${demo.map(({ title, name, path }) => `  ${title.zh} ${title.en} · ${name}: ${path}\n`).join("")}`;

try {
  await serve({
    config: readConfig(process.env),
    signal: stop.signal,
    say,
    onReady: (address, demo) => {
      process.stdout.write(`天眼已就绪 / Tianyan is ready: ${address}\n${demoLines(demo)}`);
    },
  });
} catch (error) {
  const words = wordsOf(error);
  if (words) say(words);
  else if (!stop.signal.aborted) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = stop.signal.aborted ? 130 : 3;
}
