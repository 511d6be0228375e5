/** `pnpm bench:detect [grouped|shuffled] [events]`: events a second of the whole process, and its greatest memory. */
import { type FileForm, measureDetect } from "./detect/measure";

async function run(form: FileForm, events: number): Promise<void> {
  const { name, events: count, bytesIn, bytesOut, seconds, peak } = await measureDetect(form, events);
  const sizes = `${(bytesIn / 1e6).toFixed(0)} MB in, ${(bytesOut / 1e6).toFixed(0)} MB out`;
  console.log(
    `${name}: ${count} events (${sizes}) in ${seconds.toFixed(1)} s: ${Math.round(count / seconds)} events/s, peak RSS ${peak.toFixed(0)} MB`,
  );
}

const [which, count] = process.argv.slice(2);
if (which !== "shuffled") await run("grouped", Number(count ?? 1_000_000));
if (which !== "grouped") await run("shuffled", Number(count ?? 10_000_000));
