import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { STORIES, storyFiles } from "../src/index";

const SHARED = fileURLToPath(new URL("../../../shared/stories", import.meta.url));
const FILES = ["orders.csv", "events.csv", "expected.ndjson"];

const own = (story: string, file: string) => readFile(new URL(`../stories/${story}/${file}`, import.meta.url), "utf8");

describe("the project's copy of the stories", () => {
  for (const story of STORIES) {
    it(`has the tables and the expected findings of ${story}`, async () => {
      for (const file of FILES) expect((await own(story, file)).split("\n").length).toBeGreaterThan(2);
    });
  }

  it("is found from wherever the product runs", () => {
    expect(storyFiles().filter((path) => !existsSync(path))).toEqual([]);
  });

  if (existsSync(SHARED)) {
    it("is equal to the stories beside the checkout", async () => {
      for (const story of STORIES) {
        for (const file of FILES)
          expect(await own(story, file)).toBe(await readFile(`${SHARED}/${story}/${file}`, "utf8"));
      }
    });
  } else {
    it("is not compared: there is no shared/stories beside the checkout", () => {
      expect(existsSync(SHARED)).toBe(false);
    });
  }
});
