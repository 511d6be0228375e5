import { execFile, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const where = (command: string): string | null => {
  const found = spawnSync("which", [command], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
};

/** LibreOffice with its Writer, which comes as a package of its own, and the tools of poppler. */
export function officeHere(): boolean {
  const soffice = where("soffice");
  return (
    soffice !== null && existsSync(join(dirname(realpathSync(soffice)), "libswlo.so")) && where("pdftotext") !== null
  );
}

/** A line of text as it stands on its page; millimetres from the left and the upper edge. */
export interface SetLine {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

const MM = 25.4 / 72;

/** Word files by name, through LibreOffice as PDF, and their lines. Takes some seconds, whatever their number. */
export async function measured(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, readonly SetLine[]>> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-papers-"));
  try {
    for (const [name, bytes] of files) await writeFile(join(folder, `${name}.docx`), bytes);
    await run("soffice", [
      "--headless",
      `-env:UserInstallation=file://${folder}/profile`,
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      ...[...files.keys()].map((name) => join(folder, `${name}.docx`)),
    ]);
    const lines = new Map<string, readonly SetLine[]>();
    for (const name of files.keys()) {
      await run("pdftotext", ["-bbox-layout", join(folder, `${name}.pdf`), join(folder, `${name}.html`)]);
      lines.set(name, linesOf(await readFile(join(folder, `${name}.html`), "utf8")));
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const LINE = /<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([\s\S]*?)<\/line>/g;

/** Words of one height are one line: what stands far apart is told apart by the tool. */
function linesOf(html: string): readonly SetLine[] {
  return html
    .split("<page ")
    .slice(1)
    .flatMap((page, index) => {
      const pieces = [...page.matchAll(LINE)].map(([, left, top, right, bottom, words = ""]) => ({
        page: index + 1,
        left: Number(left) * MM,
        right: Number(right) * MM,
        top: Number(top) * MM,
        bottom: Number(bottom) * MM,
        text: [...words.matchAll(/<word[^>]*>([^<]*)<\/word>/g)].map(([, word]) => word).join(""),
      }));
      return pieces.sort((a, b) => a.top - b.top || a.left - b.left);
    });
}
