import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Three real cases, as tables beside the simulated county. */
export const STORIES = ["jiading", "yanggu", "xiangshui"] as const;

/** Paths of the stories' export files, in the order to load them. */
export function storyFiles(): string[] {
  return STORIES.flatMap((story) =>
    ["orders.csv", "events.csv"].map((file) => fileURLToPath(new URL(`../stories/${story}/${file}`, import.meta.url))),
  );
}

const NAMES = { jiading: "嘉定", yanggu: "阳谷", xiangshui: "响水" } as const satisfies Record<
  (typeof STORIES)[number],
  string
>;

/** Puts them into `dir` under names by which people know them; in the order to load them. */
export async function copyStories(dir: string): Promise<string[]> {
  const copies: string[] = [];
  for (const story of STORIES)
    for (const [file, table] of [
      ["orders.csv", "工单"],
      ["events.csv", "流转记录"],
    ] as const) {
      const copy = join(dir, `案例-${NAMES[story]}-${table}.csv`);
      await copyFile(fileURLToPath(new URL(`../stories/${story}/${file}`, import.meta.url)), copy);
      copies.push(copy);
    }
  return copies;
}
