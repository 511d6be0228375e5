import { expect, test } from "vitest";
import { createDemoProgress } from "../src/start/demo-progress";
import { progressWords, whileStarting } from "../src/start/starting";

test("progress is told in percent and in the time left", () => {
  expect(progressWords({ share: 0.012, secondsLeft: null })).toEqual({ zh: "1%", en: "1%" });
  expect(progressWords({ share: 0.42, secondsLeft: 121 })).toEqual({
    zh: "42%，约剩 2 分钟",
    en: "42%, about 2 minutes left",
  });
  expect(progressWords({ share: 0.9, secondsLeft: 12 }).en).toBe("90%, about 20 seconds left");
});

test("the first load goes on from stage to stage, and the time left follows from the time it took so far", () => {
  let now = 0;
  const progress = createDemoProgress(1_000, () => now);
  expect(progress(null)).toEqual({ share: 0, secondsLeft: null });
  now = 20_000;
  expect(progress({ stage: "checking", done: 0, total: 1_000 })).toEqual({ share: 0.1, secondsLeft: 180 });
  const shares = [
    progress({ stage: "reading", done: 900, total: 1_000, rows: 9_000 }),
    progress({ stage: "recording", done: 10, total: 1_000 }),
    progress({ stage: "recording", done: 900 }),
    progress({ stage: "judging", done: 1_000 }),
  ].map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test("while it starts the page says how far it is, and the API that it starts", async () => {
  const page = whileStarting(new Request("http://x/"), { share: 0.42, secondsLeft: 100 });
  expect(page.status).toBe(503);
  expect(await page.text()).toContain("42%");
  expect(whileStarting(new Request("http://x/api/findings"), null).status).toBe(503);
  expect(whileStarting(new Request("http://x/health"), null).status).toBe(200);
});
