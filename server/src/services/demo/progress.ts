import type { DemoLoad } from "@tianyan/api";

/** How far the county has come, told while it is loaded. */
export interface DemoProgress {
  /** Begins with what an earlier run brought in. */
  begin(orders: number, loaded: number): void;
  /** Of the part that is on its way: its orders, and the share of its time that has passed. */
  reach(orders: number, share: number): void;
  /** That part is in. */
  add(orders: number): void;
  end(): void;
  /** Null: nothing is being loaded. */
  read(): DemoLoad | null;
}

const EARLY_SHARE = 0.02;

/** `clock` in milliseconds. */
export function createDemoProgress(clock: () => number = () => performance.now()): DemoProgress {
  let all: number | null = null;
  let began = 0;
  let before = 0;
  let loaded = 0;
  let under = 0;
  return {
    begin(orders, known) {
      all = orders;
      began = clock();
      before = known;
      loaded = known;
      under = 0;
    },
    reach(orders, share) {
      under = Math.max(under, orders * Math.min(1, share));
    },
    add(orders) {
      loaded += orders;
      under = 0;
    },
    end() {
      all = null;
    },
    read() {
      if (all === null) return null;
      const reached = Math.min(all, loaded + under);
      const share = reached / all;
      const here = all === before ? 1 : (reached - before) / (all - before);
      const seconds = (clock() - began) / 1000;
      const left = here < EARLY_SHARE ? null : Math.ceil((seconds / here) * (1 - here));
      return { orders: all, loaded: Math.floor(reached), shown: loaded, share, seconds_left: left };
    },
  };
}
