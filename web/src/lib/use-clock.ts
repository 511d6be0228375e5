import { type Instant, instant, MINUTE } from "@tianyan/core";
import { useSyncExternalStore } from "react";

const minuteNow = (): number => Math.floor(Date.now() / MINUTE) * MINUTE;

function everyMinute(tell: () => void): () => void {
  const timer = window.setInterval(tell, MINUTE / 4);
  return () => window.clearInterval(timer);
}

/** The current minute; a new value once a minute. */
export const useNow = (): Instant => instant(useSyncExternalStore(everyMinute, minuteNow));
