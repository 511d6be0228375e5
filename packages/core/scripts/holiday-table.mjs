// Writes src/calendar/cn-table.ts from the data of the npm package chinese-days (MIT), which follows the State Council's
// yearly holiday notices. Run after updating that package: node packages/core/scripts/holiday-table.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const source = JSON.parse(readFileSync(require.resolve("chinese-days/dist/chinese-days.json"), "utf8"));
const { version } = JSON.parse(readFileSync(require.resolve("chinese-days/package.json"), "utf8"));

const weekend = (date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const years = new Map();
const year = (date) => {
  const key = date.slice(0, 4);
  if (!years.has(key)) years.set(key, { off: [], on: [] });
  return years.get(key);
};
for (const date of Object.keys(source.holidays).sort()) if (!weekend(date)) year(date).off.push(date.slice(5));
for (const date of Object.keys(source.workdays).sort()) if (weekend(date)) year(date).on.push(date.slice(5));

const rows = [...years].sort(([a], [b]) => a - b);
const lines = rows.map(([key, { off, on }]) => `  ${key}: ["${off.join(" ")}", "${on.join(" ")}"],`);
const text = `/**
 * Weekdays that are off, and weekend days that are worked (调休), by year, as the State Council's holiday notices have them.
 * Written by scripts/holiday-table.mjs from chinese-days ${version} (MIT); not to be edited by hand.
 */
export const CN_TABLE: Readonly<Record<number, readonly [off: string, worked: string]>> = {
${lines.join("\n")}
};

/** The last year of which a notice is known. */
export const CN_LAST_YEAR = ${rows.at(-1)[0]};
`;
writeFileSync(new URL("../src/calendar/cn-table.ts", import.meta.url), text);
