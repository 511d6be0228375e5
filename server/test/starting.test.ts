import { expect, test } from "vitest";
import { createDemoProgress } from "../src/services/demo/progress";
import { progressWords } from "../src/start/progress-words";
import { whileStarting } from "../src/start/starting";

test("progress is told in percent and in the time left", () => {
  expect(progressWords({ share: 0.012, seconds_left: null })).toEqual({ zh: "1%", en: "1%" });
  expect(progressWords({ share: 0.42, seconds_left: 121 })).toEqual({
    zh: "42%，约剩 2 分钟",
    en: "42%, about 2 minutes left",
  });
  expect(progressWords({ share: 0.9, seconds_left: 12 }).en).toBe("90%, about 20 seconds left");
});

test("the county comes part after part, never goes back, and the time left follows from the time it took", () => {
  let now = 0;
  const progress = createDemoProgress(() => now);
  expect(progress.read()).toBeNull();
  progress.begin(1_000, 0);
  expect(progress.read()).toEqual({ orders: 1_000, loaded: 0, shown: 0, share: 0, seconds_left: null });
  now = 10_000;
  progress.reach(400, 0.5);
  expect(progress.read()).toEqual({ orders: 1_000, loaded: 200, shown: 0, share: 0.2, seconds_left: 40 });
  progress.reach(400, 0.4);
  expect(progress.read()?.loaded).toBe(200);
  progress.add(400);
  progress.reach(600, 0);
  expect(progress.read()).toMatchObject({ loaded: 400, shown: 400, seconds_left: 15 });
  progress.end();
  expect(progress.read()).toBeNull();
});

test("what an earlier run brought in counts as loaded, and tells nothing of the pace", () => {
  let now = 0;
  const progress = createDemoProgress(() => now);
  progress.begin(1_000, 800);
  expect(progress.read()).toEqual({ orders: 1_000, loaded: 800, shown: 800, share: 0.8, seconds_left: null });
  now = 5_000;
  progress.reach(200, 0.5);
  expect(progress.read()).toEqual({ orders: 1_000, loaded: 900, shown: 800, share: 0.9, seconds_left: 5 });
});

test("until the database is there the page says that it starts, and so does the API", async () => {
  const page = whileStarting(new Request("http://x/"));
  expect(page.status).toBe(503);
  expect(await page.text()).toContain("系统正在启动");
  expect(whileStarting(new Request("http://x/api/findings")).status).toBe(503);
  expect(whileStarting(new Request("http://x/health")).status).toBe(200);
});
