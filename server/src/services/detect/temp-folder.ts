import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for what does not fit into memory: made when first asked for, removed whatever happens. */
export class TempFolder {
  #path: string | null = null;
  #files = 0;

  /** A new file name in it. */
  file(): string {
    this.#path ??= mkdtempSync(join(tmpdir(), "tianyan-"));
    return join(this.#path, String(this.#files++));
  }

  remove(): void {
    if (this.#path !== null) rmSync(this.#path, { recursive: true, force: true });
    this.#path = null;
  }
}
