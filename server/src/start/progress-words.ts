import type { DemoLoad } from "@tianyan/api";

const minutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** `42%，约剩 2 分钟`; less than a minute in seconds, by tens. */
export function progressWords({ share, seconds_left: left }: Pick<DemoLoad, "share" | "seconds_left">): {
  readonly zh: string;
  readonly en: string;
} {
  const percent = `${Math.floor(share * 100)}%`;
  if (left === null) return { zh: percent, en: percent };
  const tens = Math.max(10, Math.ceil(left / 10) * 10);
  return left < 60
    ? { zh: `${percent}，约剩 ${tens} 秒`, en: `${percent}, about ${tens} seconds left` }
    : {
        zh: `${percent}，约剩 ${minutes(left)} 分钟`,
        en: `${percent}, about ${minutes(left)} ${minutes(left) === 1 ? "minute" : "minutes"} left`,
      };
}
