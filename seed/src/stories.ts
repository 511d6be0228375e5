import { fileURLToPath } from "node:url";

/** Three real cases, as tables beside the simulated county. */
export const STORIES = ["jiading", "yanggu", "xiangshui"] as const;

/** Paths of the stories' export files, in the order to load them. */
export function storyFiles(): string[] {
  return STORIES.flatMap((story) =>
    ["orders.csv", "events.csv"].map((file) => fileURLToPath(new URL(`../stories/${story}/${file}`, import.meta.url))),
  );
}
