import { setTimeout as wait } from "node:timers/promises";
import { RecognisingAnswerSchema } from "@tianyan/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDesk } from "../src/services/desk";
import { readRecognising, whileWatched } from "../src/services/imports/recognising";
import { type DemoFiles, demoFiles } from "./support/demo";
import { deskOfTest } from "./support/desk";

let demo: DemoFiles;
beforeAll(async () => {
  demo = await demoFiles(2_500);
});
afterAll(() => demo.remove());

const NAME = "0123456789abcdef";

test("how far a recognition is can be asked for while it runs, and it can be broken off", async () => {
  const { client, upload } = await deskOfTest();
  const uploads = [(await upload(demo.events)).id, (await upload(demo.orders)).id];
  expect(await client.recognising(NAME)).toEqual({ running: null });

  let ended = false;
  const recognition = client.recognise({ uploads, watch: NAME }).finally(() => {
    ended = true;
  });
  const shares: number[] = [];
  for (; !ended; await wait(2)) {
    const answer = await client.recognising(NAME);
    expect(RecognisingAnswerSchema.parse(answer)).toEqual(answer);
    if (answer.running) shares.push(answer.running.share);
  }
  expect((await recognition).files).toHaveLength(2);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(0);
  expect(await client.recognising(NAME)).toEqual({ running: null });

  const stop = new AbortController();
  const broken = client.recognise({ uploads, watch: NAME }, { signal: stop.signal });
  while ((await client.recognising(NAME)).running === null) await wait(2);
  stop.abort();
  await expect(broken).rejects.toThrow();
  while ((await client.recognising(NAME)).running !== null) await wait(2);
});

test("of two passes the second goes on where the first ended; of two of one name the later is told", async () => {
  const desk = createDesk({ folder: "/nonexistent" });
  const seen: (number | undefined)[] = [];
  const look = (): void => void seen.push(readRecognising(desk, NAME)?.share);
  await whileWatched(desk, NAME, 2, async (onShare, nextPass) => {
    for (const share of [0.5, 1]) {
      onShare(share);
      look();
    }
    nextPass();
    onShare(0.5);
    look();
    await whileWatched(desk, NAME, 1, async (onOther) => {
      onOther(0.1);
      look();
    });
  });
  look();
  expect(seen).toEqual([0.25, 0.5, 0.75, 0.1, undefined]);
});
