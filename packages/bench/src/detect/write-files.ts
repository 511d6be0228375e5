import { once } from "node:events";
import { closeSync, createWriteStream, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createGzip } from "node:zlib";
import { createDice, HEADER, orderRows } from "./canonical-rows";

/** One gzip CSV with at least `events` rows, those of an order together; returns how many there are. */
export async function writeGrouped(path: string, events: number): Promise<number> {
  const gzip = createGzip({ level: 6 });
  const file = gzip.pipe(createWriteStream(path));
  let written = 0;
  let text = `${HEADER}\n`;
  for (const rows of orderRows(Number.MAX_SAFE_INTEGER, createDice(1))) {
    text += `${rows.join("\n")}\n`;
    written += rows.length;
    if (text.length > 1024 * 1024) {
      if (!gzip.write(text)) await once(gzip, "drain");
      text = "";
    }
    if (written >= events) break;
  }
  gzip.end(text);
  await once(file, "finish");
  return written;
}

/** A plain CSV with at least `events` rows in random order, by way of files that each fit into memory. */
export function writeShuffled(folder: string, path: string, events: number): number {
  const dice = createDice(2);
  const heaps = Array.from({ length: 64 }, (_, index) => {
    const heap = join(folder, `heap-${index}`);
    return { heap, file: openSync(heap, "w"), text: "" };
  });
  let written = 0;
  for (const rows of orderRows(Number.MAX_SAFE_INTEGER, createDice(1))) {
    for (const row of rows) {
      const heap = heaps[Math.floor(dice() * heaps.length)];
      if (!heap) continue;
      heap.text += `${row}\n`;
      if (heap.text.length < 256 * 1024) continue;
      writeSync(heap.file, heap.text);
      heap.text = "";
    }
    written += rows.length;
    if (written >= events) break;
  }
  const out = openSync(path, "w");
  writeSync(out, `${HEADER}\n`);
  for (const { heap, file, text } of heaps) {
    writeSync(file, text);
    closeSync(file);
    const rows = readFileSync(heap, "utf8").trimEnd().split("\n");
    for (let left = rows.length; left > 1; left--) {
      const pick = Math.floor(dice() * left);
      const last = rows[left - 1] ?? "";
      rows[left - 1] = rows[pick] ?? "";
      rows[pick] = last;
    }
    writeSync(out, `${rows.join("\n")}\n`);
    rmSync(heap);
  }
  closeSync(out);
  return written;
}
