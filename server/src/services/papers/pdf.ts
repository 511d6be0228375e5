import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { ApiError } from "@tianyan/api";

const run = promisify(execFile);
/** Milliseconds that one conversion may take. */
const PATIENCE = 60_000;

/** One conversion at a time: each takes a processor and much memory. */
let before: Promise<unknown> = Promise.resolve();

/** A Word file as PDF, by LibreOffice. Throws `paper.no_pdf` where there is none, or it does not finish in time. */
export function pdfOf(docx: Uint8Array): Promise<Uint8Array> {
  const next = before.then(() => converted(docx));
  before = next.catch(() => undefined);
  return next;
}

async function converted(docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-pdf-"));
  try {
    await writeFile(join(folder, "paper.docx"), docx, { mode: 0o600 });
    // A profile of its own: an office that somebody has open, or one that was killed, is not in its way.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const asked = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "paper.docx")];
    await run("soffice", asked, { timeout: PATIENCE, killSignal: "SIGKILL", windowsHide: true });
    return await readFile(join(folder, "paper.pdf"));
  } catch (error) {
    throw new ApiError("paper.no_pdf", { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
