import { cpus, loadavg, totalmem } from "node:os";
import type { ActionFigures } from "../actions/measure";
import type { ChangeFigures } from "../changes/measure";
import type { DetectFigures } from "../detect/measure";
import type { FirstStart } from "../first-start/measure";
import type { ImportFigures } from "../import/measure";
import { median } from "../statistics";
import type { Answers } from "../watchlist/measure";

export interface Figures {
  readonly postgres: string;
  readonly imports: readonly ImportFigures[];
  readonly answers: { readonly orders: number; readonly rows: readonly Answers[] } | null;
  readonly actions: readonly ActionFigures[];
  readonly changes: readonly ChangeFigures[];
  readonly firstStart: FirstStart | null;
  readonly detect: readonly DetectFigures[];
}

/** Ours against bare COPY in the same run. */
export const ratio = ({ seconds, bare }: ImportFigures): number => median(bare) / seconds;

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");

function importSection(imports: readonly ImportFigures[]): string {
  if (imports.length === 0) return "";
  const rows = imports.map((run) => {
    const stages = run.stages.map(({ stage, seconds }) => `${stage} ${seconds.toFixed(1)}`).join(", ");
    const rate = whole(run.events / run.seconds);
    const bare = median(run.bare);
    return `| ${whole(run.orders)} | ${whole(run.events)} | ${whole(run.findings)} | ${run.seconds.toFixed(1)} (${stages}) | ${rate} | ${bare.toFixed(2)} | ${whole(run.events / bare)} | **${ratio(run).toFixed(3)}** |`;
  });
  return `## Import

Export files of the invented county through the import that every file takes, findings and statistics included, against a bare COPY of
the same events into an empty table with the same columns, key and indexes, on the same server in the same run (median of three).
At least 0.1 is wanted.

| orders | events | findings | import, s | events/s | bare COPY, s | events/s | ratio |
|---|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

function answersSection(answers: Figures["answers"]): string {
  if (!answers) return "";
  const rows = answers.rows.map(
    ({ what, count, p50, p95, slowest, slowestOf }) =>
      `| ${what} | ${count} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${slowest.toFixed(0)}${slowestOf === "" ? "" : ` (${slowestOf})`} |`,
  );
  return `## Answers

With ${whole(answers.orders)} orders, over HTTP, one after the other, from the request to the parsed body. Lists of 100 rows. Every
combination of the filters that a screen offers (of findings: rule, level, unit, district, category, source, words of the title; of
orders: unit, district, category, source, words), each set to its most frequent value or not set; findings by themselves, with "new since
yesterday", with "red this week" and without exempt ones, orders by themselves, open, done and of the last thirty days. \`all\` is everything that ever
stood out. Asked by people who see the whole county, one district, or one bureau with those below it: the last two through row-level
security. Less than 60 ms is wanted of each at p95.

| answer | asked | p50, ms | p95, ms | slowest, ms |
|---|---|---|---|---|
${rows.join("\n")}
`;
}

function actionsSection(actions: Figures["actions"]): string {
  if (actions.length === 0) return "";
  const rows = actions.map(
    ({ what, count, p50, p95, slowest }) =>
      `| ${what} | ${count} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${slowest.toFixed(0)} |`,
  );
  return `## Actions

What a liaison officer of the whole county does on the same county, each with its line in the audit trail: from the request to the parsed
body, one after the other. Less than 100 ms is wanted of each at p95; of what is done to fifty findings at once, too.

| action | done | p50, ms | p95, ms | slowest, ms |
|---|---|---|---|---|
${rows.join("\n")}
`;
}

function changesSection(changes: Figures["changes"]): string {
  if (changes.length === 0) return "";
  const rows = changes.map(
    ({ what, orders, seconds, told }) => `| ${what} | ${whole(orders)} | ${seconds.toFixed(1)} | ${told} |`,
  );
  return `## Changes

What judges again, or takes back, on the same county: from the request to the end. While it runs the screen tells how many orders are
done, of how many, and the time left.

| change | orders | s | told |
|---|---|---|---|
${rows.join("\n")}
`;
}

function firstStartSection(first: Figures["firstStart"]): string {
  if (!first) return "";
  const { orders, page, findings, loaded, p50, p95 } = first;
  return `## First start

On an empty data folder, the built-in database included, nothing to install or build: seconds since the command. While the county comes
in, the watchlist is asked for twice a second.

| orders | page, s | first findings, s | all in, s | watchlist meanwhile, p50, ms | p95, ms |
|---|---|---|---|---|---|
| ${whole(orders)} | ${page.toFixed(1)} | ${findings.toFixed(1)} | ${loaded.toFixed(1)} | ${p50.toFixed(0)} | ${p95.toFixed(0)} |
`;
}

function detectSection(detect: readonly DetectFigures[]): string {
  if (detect.length === 0) return "";
  const rows = detect.map(
    ({ name, events, seconds, peak }) =>
      `| ${name} | ${whole(events)} | ${seconds.toFixed(1)} | ${whole(events / seconds)} | ${whole(peak)} |`,
  );
  return `## detect

\`tianyan detect\` without a database: the whole process from start to end, and the most memory it held.

| file | events | s | events/s | peak, MB |
|---|---|---|---|---|
${rows.join("\n")}
`;
}

/** The page of docs/benchmarks.md. */
export function page(
  { postgres, imports, answers, actions, changes, firstStart, detect }: Figures,
  date: string,
): string {
  const { model = "unknown" } = cpus()[0] ?? {};
  const machine = `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const sections = [
    importSection(imports),
    answersSection(answers),
    actionsSection(actions),
    changesSection(changes),
    firstStartSection(firstStart),
    detectSection(detect),
  ].filter((text) => text !== "");
  return `# Benchmarks

Written by \`pnpm bench\`; not by hand. ${date}, ${machine}, Node ${process.versions.node}, PostgreSQL ${postgres}.
Figures of one run stand beside each other; what else the machine did at that time is in all of them: its load over the last quarter of
an hour was ${(loadavg()[2] ?? 0).toFixed(1)} at the end, and this run alone makes about 1.5.

${sections.join("\n")}`;
}
