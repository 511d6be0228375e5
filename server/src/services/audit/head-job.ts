import type { Instant } from "@tianyan/core";
import { newestAudit, oldestAudit, readAuditHead, textOf } from "@tianyan/db";
import type { Desk } from "../desk";
import { loadJudging, startOfDate } from "../judging/setting";
import type { Services } from "../services";
import { dateOf, headFile, keepHead, keptDates } from "./exported";

const EVERY_MS = 900_000;
/** Of a server that was down for longer, the days before have no head. */
const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

/** Exports the head of every day, now and as the days come. */
export function exportHeads(services: Services, desk: Desk): { close(): Promise<void> } {
  let working: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    working = working.then(() => exportMissing(services, desk.folder)).catch((error) => desk.log(textOf(error)));
  };
  turn();
  const timer = setInterval(turn, EVERY_MS);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await working;
    },
  };
}

/**
 * Writes the head of today, and of each day since the last one written on which nobody was there to do it: of those, the one at their end.
 * Answers with the dates.
 */
export async function exportMissing({ db, work, now }: Services, folder: string): Promise<readonly string[]> {
  const { parameters } = (await loadJudging(work.sql)).parametersAt(now());
  const today = dateOf(now(), parameters.zone);
  const kept = await keptDates(folder);
  const oldest = await oldestAudit(db.sql);
  const first = kept.at(-1) ?? (oldest ? dateOf(oldest.at as Instant, parameters.zone) : today);
  // A clock that was put back must not keep today from being written.
  const [earliest = today] = [first, today].sort();
  const written: string[] = [];
  for (const date of datesBetween(earliest, today)) {
    if (kept.includes(date)) continue;
    const next = dateAfter(date);
    const head =
      date === today ? await readAuditHead(db.sql) : await newestAudit(db.sql, startOfDate(next, parameters.zone));
    if (head && (await keepHead(folder, headFile(head, date, now())))) written.push(date);
  }
  return written;
}

const dateAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** Both included; the last `MOST_DAYS` of them. */
function datesBetween(first: string, last: string): readonly string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = dateAfter(date)) dates.push(date);
  return dates.slice(-MOST_DAYS);
}
