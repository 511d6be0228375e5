/** What `npm start` runs: the whole product on one port. */
import { readConfig } from "./config/config";
import { wordsOf } from "./start/failures";
import { serve } from "./start/serve";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort(new Error(name)));

const say = ({ zh, en }: { readonly zh: string; readonly en: string }): void => {
  process.stderr.write(`${zh} / ${en}\n`.replaceAll(/[\r\n]+(?=.)/g, " "));
};

try {
  await serve({
    config: readConfig(process.env),
    signal: stop.signal,
    say,
    onReady: (address) => process.stdout.write(`天眼已就绪 / Tianyan is ready: ${address}\n`),
  });
} catch (error) {
  const words = wordsOf(error);
  if (words) say(words);
  else if (!stop.signal.aborted) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = stop.signal.aborted ? 130 : 3;
}
