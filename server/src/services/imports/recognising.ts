import type { Recognising } from "@tianyan/api";
import type { Desk } from "../desk";

/** How far the recognitions of a desk are that somebody watches, by the name that was chosen for each. */
const watched = new WeakMap<Desk, Map<string, () => Recognising>>();

/** Before this share and these seconds nobody can say how long it takes. */
const EARLY_SHARE = 0.02;
const EARLY_SECONDS = 0.5;

/** Tells how far a recognition is, for as long as it runs: `onShare` gets shares from 0 to 1 for each of its passes. */
export async function whileWatched<T>(
  desk: Desk,
  name: string | undefined,
  passes: number,
  work: (onShare: (share: number) => void, nextPass: () => void) => Promise<T>,
): Promise<T> {
  const began = performance.now();
  let pass = 0;
  let share = 0;
  const read = (): Recognising => {
    const seconds = (performance.now() - began) / 1000;
    const left = share < EARLY_SHARE || seconds < EARLY_SECONDS ? null : Math.ceil((seconds / share) * (1 - share));
    return { share, seconds_left: left };
  };
  const running = watched.get(desk) ?? new Map<string, () => Recognising>();
  watched.set(desk, running);
  if (name !== undefined) running.set(name, read);
  try {
    return await work(
      (part) => {
        share = Math.min(1, Math.max(share, (pass + part) / passes));
      },
      () => {
        pass += 1;
      },
    );
  } finally {
    if (name !== undefined && running.get(name) === read) running.delete(name);
  }
}

/** Null where no recognition of that name runs. */
export const readRecognising = (desk: Desk, name: string): Recognising | null =>
  watched.get(desk)?.get(name)?.() ?? null;
