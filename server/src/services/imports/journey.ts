import type { ImportStep, Progress } from "@tianyan/api";
import type { Profile } from "@tianyan/ingest";
import type { ImportProgress } from "./request";

type Weights = Readonly<Record<ImportStep, number>>;

/** How long the steps take beside each other, measured with a million rows: for the time left, before a step has shown its own pace. */
const WEIGHTS: Readonly<Record<Profile["shape"], Weights>> = {
  event: { checking: 3, reading: 27, recording: 64, judging: 2, finishing: 4 },
  state: { checking: 2, reading: 18, recording: 40, judging: 38, finishing: 2 },
  step: { checking: 2, reading: 18, recording: 40, judging: 38, finishing: 2 },
};

const CHECKING_WORKBOOKS = 18;

const STEPS = ["checking", "reading", "recording", "judging", "finishing"] as const satisfies readonly ImportStep[];
const UNITS = {
  checking: "bytes",
  reading: "bytes",
  recording: "orders",
  judging: "orders",
  finishing: "rejects",
} as const satisfies Readonly<Record<ImportStep, Progress["unit"]>>;

/** Before this nothing can be told of a step's pace, or of that of the whole. */
const EARLY_SECONDS = 0.3;
const EARLY_SHARE = 0.05;
/** Of a step: from here on its own pace alone counts. */
const TRUSTED_PART = 0.2;

/** An import on its way through its steps. `clock` in milliseconds. */
export interface Journey {
  reach(progress: ImportProgress): void;
  read(): Progress;
}

/** What is read: workbooks are unpacked and parsed to be checked, other files only looked through. */
export interface Travelled {
  readonly shape: Profile["shape"];
  readonly workbooks: boolean;
}

export function createJourney({ shape, workbooks }: Travelled, clock: () => number = () => performance.now()): Journey {
  const weights = workbooks ? { ...WEIGHTS[shape], checking: CHECKING_WORKBOOKS } : WEIGHTS[shape];
  const whole = STEPS.reduce((sum, step) => sum + weights[step], 0);
  const began = clock();
  let stepBegan = began;
  let at: ImportProgress = { stage: "checking", done: 0 };
  let furthest = 0;

  const before = (): number => STEPS.slice(0, STEPS.indexOf(at.stage)).reduce((sum, step) => sum + weights[step], 0);
  const after = (): number => whole - before() - weights[at.stage];

  /** The rest of this step at its own pace; those after it as long as their weights say. */
  function secondsLeft(part: number | null): number | null {
    const now = clock();
    const here = (now - stepBegan) / 1000;
    const passed = before() + weights[at.stage] * (part ?? 0);
    if ((now - began) / 1000 < EARLY_SECONDS || passed / whole < EARLY_SHARE) return null;
    const pace = (now - began) / 1000 / passed;
    const usual = weights[at.stage] * (1 - (part ?? 0)) * pace;
    const own = part !== null && part > 0 && here > EARLY_SECONDS ? here / part - here : usual;
    // What a step takes to get going is no sign of its pace.
    const trust = Math.min(1, (part ?? 0) / TRUSTED_PART);
    return Math.ceil(trust * own + (1 - trust) * usual + after() * pace);
  }

  return {
    reach(progress) {
      if (progress.stage !== at.stage) stepBegan = clock();
      at = progress;
    },
    read() {
      const { stage, done, rows } = at;
      const total = at.total === undefined ? null : Math.max(at.total, done);
      const part = total === null ? null : total === 0 ? 1 : done / total;
      furthest = Math.max(furthest, (before() + weights[stage] * (part ?? 0)) / whole);
      const seconds = (clock() - stepBegan) / 1000;
      return {
        step: stage,
        unit: UNITS[stage],
        done,
        total,
        rows: rows ?? null,
        per_second: seconds > EARLY_SECONDS && done > 0 ? Math.round(done / seconds) : null,
        share: furthest,
        seconds_left: secondsLeft(part),
      };
    },
  };
}
