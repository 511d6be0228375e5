import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolders } from "../src/embedded/folders";

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-folders-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a folder is made with those above it, and may be there already", async () => {
  const folder = join(await temporaryFolder(), "a/b/c");
  await makeFolders(folder);
  await makeFolders(folder);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test("what no folder can be made of fails at once", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  await expect(makeFolders(file)).rejects.toThrow("EEXIST");
  await expect(makeFolders(join(file, "a/b"))).rejects.toThrow("ENOTDIR");
  const nowhere = process.platform === "linux" ? "/proc/tianyan/data" : join(file, "data");
  await expect(makeFolders(nowhere)).rejects.toThrow(/ENOENT|ENOTDIR/);
});
