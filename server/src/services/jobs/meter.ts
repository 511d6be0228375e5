import type { Progress } from "@tianyan/api";

/** Rate over the whole of what is judged again, steady enough to tell a time by. */
export function createMeter(clock: () => number = () => performance.now()) {
  let began = clock();
  let total: number | null = null;
  let done = 0;
  return {
    /** A new stage: its own rate and its own end. */
    restart(whole: number | null): void {
      began = clock();
      total = whole;
      done = 0;
    },
    setTotal(whole: number): void {
      total = whole;
    },
    /** `done` so far. */
    reach(now: number): void {
      done = now;
    },
    read(): Progress {
      const seconds = (clock() - began) / 1000;
      const rate = seconds > 0.2 && done > 0 ? done / seconds : null;
      const left = rate !== null && total !== null ? Math.max(0, total - done) / rate : null;
      const whole = total === null ? null : Math.max(total, done);
      return {
        step: null,
        unit: "orders",
        done,
        total: whole,
        rows: null,
        per_second: rate === null ? null : Math.round(rate),
        share: whole === null ? null : whole === 0 ? 1 : done / whole,
        seconds_left: left === null ? null : Math.ceil(left),
      };
    },
  };
}

export type Meter = ReturnType<typeof createMeter>;
