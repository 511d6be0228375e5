import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "../failure";

const isFolder = async (path: string): Promise<boolean> =>
  await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Makes a folder with those above it; throws what the system says. Node's own recursive mkdir never returns where a parent takes
 * no folders (`/proc/x`).
 */
export async function makeFolders(folder: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(folder, mode);
  } catch (error) {
    if (await isFolder(folder)) return;
    const parent = dirname(folder);
    if (codeOf(error) !== "ENOENT" || parent === folder || (await isFolder(parent))) throw error;
    await makeFolders(parent, mode);
    await makeFolders(folder, mode);
  }
}
