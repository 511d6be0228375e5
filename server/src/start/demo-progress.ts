import type { ImportProgress } from "../services/imports/import-files";
import type { Progress } from "./starting";

/** Where the time of a first load goes, measured with 200,000 orders: writing the files, reading them, recording and judging. */
const BEGINS = { writing: 0, checking: 0.1, reading: 0.12, recording: 0.3, judging: 0.99, finishing: 1 } as const;
const ENDS = { writing: 0.1, checking: 0.12, reading: 0.3, recording: 0.99, judging: 1, finishing: 1 } as const;

const EARLY_SHARE = 0.03;

/** Turns the progress of the import of `orders` demo orders into a share of the whole; `now` in milliseconds. */
export function createDemoProgress(orders: number, now: () => number): (progress: ImportProgress | null) => Progress {
  const began = now();
  return (progress) => {
    const stage = progress?.stage ?? "writing";
    const total = progress?.total ?? orders;
    const part = progress ? Math.min(1, progress.done / Math.max(1, total)) : 0;
    const share = BEGINS[stage] + (ENDS[stage] - BEGINS[stage]) * part;
    const elapsed = (now() - began) / 1000;
    return { share, secondsLeft: share < EARLY_SHARE ? null : (elapsed / share) * (1 - share) };
  };
}
